import type { Run } from '../network/runs.ts';

/** Side of the tiles that are read and written: both fit the first cache. */
const TILE = 32;

/** Copies the entries of some rows and columns of A [W × W] that are below the diagonal to above it. O(entries). */
export function mirrorBlock(A: Float64Array, W: number, rows: Run, columns: Run): void {
  for (let first = rows.from; first < rows.end; first += TILE) {
    const lastRow = Math.min(rows.end, first + TILE);
    for (let left = columns.from; left < Math.min(columns.end, lastRow); left += TILE) {
      for (let r = first; r < lastRow; r++) {
        const end = Math.min(columns.end, left + TILE, r);
        for (let q = left; q < end; q++) A[q * W + r] = A[r * W + q];
      }
    }
  }
}

/** Copies the lower triangle of A [W × W] to the upper. O(W²). */
export function mirror(A: Float64Array, W: number): void {
  const all = { from: 0, end: W };
  mirrorBlock(A, W, all, all);
}
