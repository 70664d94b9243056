import { dotTable as plainDotTable } from './dotTable.ts';
import type { Kernels } from './kernels.ts';

/** What the compiled dotTable.as.ts exports; addresses are bytes. */
export interface SimdModule {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  dotTable(A: number, R: number, B: number, S: number, N: number, C: number): void;
}

const PAGE = 65_536;
/** Vectors load fastest from addresses that are multiples of 16. */
const START = 1024;
/** Fewer multiplications than this are not worth carrying to the module's memory. */
const SMALL = 2000;

const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/**
 * Kernels on a WebAssembly module: B is copied to its memory once, each A before and each C after the
 * call, O(R N + S N + R S) beside 2·R·S·N operations.
 */
export function simdKernels(module: SimdModule): Kernels {
  let heap = new Float64Array(module.memory.buffer);
  let loaded: Float64Array | null = null;

  function reserve(bytes: number): void {
    const missing = bytes - module.memory.buffer.byteLength;
    if (missing > 0) module.memory.grow(Math.ceil(missing / PAGE));
    if (heap.buffer !== module.memory.buffer) heap = new Float64Array(module.memory.buffer);
  }

  return {
    againstTable(B, S, N) {
      const a = START + aligned(8 * S * N);
      return (A, R, C) => {
        if (R * S * N < SMALL) return plainDotTable(A, R, B, S, N, C);
        const c = a + aligned(8 * R * N);
        reserve(c + 8 * R * S);
        if (loaded !== B) heap.set(B.length === S * N ? B : B.subarray(0, S * N), START / 8);
        loaded = B;
        heap.set(A.subarray(0, R * N), a / 8);
        module.dotTable(a, R, START, S, N, c);
        C.set(heap.subarray(c / 8, c / 8 + R * S));
      };
    },
  };
}
