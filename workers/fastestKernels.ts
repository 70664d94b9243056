import bytes from '../engine/kernels/dotTable.as.ts?bytes';
import { chooseKernels } from '../engine/kernels/kernels.ts';
import { simdKernels, type SimdModule } from '../engine/kernels/simdKernels.ts';

/** Takes the SIMD kernels where the browser has them; the plain ones stay otherwise. */
export function chooseFastestKernels(): void {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    chooseKernels(simdKernels(exports as unknown as SimdModule));
  } catch {
    // A page whose policy forbids compiling computes with the plain kernels: slower, and as right.
  }
}
