import { kernels, type Kernels } from '../../engine/kernels/kernels.ts';
import { chooseFastestKernels } from '../../workers/fastestKernels.ts';

/** The fastest kernels once more, with a heap that the engine does not use. */
export function ownKernels(): Kernels {
  chooseFastestKernels();
  const own = kernels();
  chooseFastestKernels();
  return own;
}
