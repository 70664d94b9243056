import { dotTable } from './dotTable.ts';

/**
 * Multiplies many tables A [R × N] with one table of S rows: dot products over patterns, C [R × S]
 * overwritten, 2·R·S·N operations.
 */
export type TimesTable = (A: Float64Array, R: number, C: Float64Array) => void;

/** The kernels that everything dense goes through. */
export interface Kernels {
  /** Takes up table B [S × N], which must not change while the result is in use. */
  againstTable(B: Float64Array, S: number, N: number): TimesTable;
}

/** In plain TypeScript: the fallback where SIMD is missing, and the oracle of the tests. */
export const plainKernels: Kernels = {
  againstTable: (B, S, N) => (A, R, C) => dotTable(A, R, B, S, N, C),
};

let current = plainKernels;

/** The kernels in use. */
export const kernels = (): Kernels => current;

/** Chooses the kernels for all that follows; a worker calls it once, when it starts. */
export function chooseKernels(chosen: Kernels): void {
  current = chosen;
}
