import simd from '../engine/kernels/kernels.as.ts?bytes';
import fused from '../engine/kernels/kernels.as.ts?bytes&fused';
import { chooseKernels } from '../engine/kernels/kernels.ts';
import { simdKernels, type SimdModule } from '../engine/kernels/simdKernels.ts';

/** Takes the fastest kernels that the browser has: fused multiply-add, SIMD, or the plain ones. */
export function chooseFastestKernels(): void {
  if (typeof WebAssembly === 'undefined') return;
  const bytes = [fused, simd].find((candidate) => WebAssembly.validate(candidate));
  if (bytes === undefined) return;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    chooseKernels(simdKernels(exports as unknown as SimdModule));
  } catch {
    // A page whose policy forbids compiling computes with the plain kernels: slower, and as right.
  }
}
