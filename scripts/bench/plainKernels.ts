import { chooseKernels, createPlainKernels } from '../../engine/kernels/kernels.ts';
import { N } from './networks.ts';
import { matrixRun, rColumnsRun } from './ours.ts';
import { problemOf } from './problems.ts';
import { timeInTurn, type Effort, type Timing } from './stopwatch.ts';

/** What takes over where SIMD is missing, and the plain twin that tests hold the fast path to. */
export function measurePlainKernels(
  sizes: readonly number[],
  effort: Effort,
): Promise<Readonly<Record<string, Timing>>> {
  const problem = problemOf(sizes, N);
  chooseKernels(createPlainKernels());
  return timeInTurn(
    { exactPlainKernels: matrixRun('exact', problem), exactByRColumnsPlainKernels: rColumnsRun(problem) },
    effort,
  );
}
