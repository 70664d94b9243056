import type { Run } from '../network/runs.ts';

/** Rows that are mirrored together: what is written of a column then lies side by side. */
const STRIP = 4;

/** Copies the entries of some rows and columns of A [W × W] that are below the diagonal to above it. O(entries). */
export function mirrorBlock(A: Float64Array, W: number, rows: Run, columns: Run): void {
  const entry = (r: number, q: number): void => {
    A[q * W + r] = A[r * W + q];
  };
  for (let first = rows.from; first < rows.end; first += STRIP) {
    const last = Math.min(rows.end, first + STRIP);
    // Columns that are below the diagonal in all rows of a full strip.
    const full = last - first < STRIP ? columns.from : Math.max(columns.from, Math.min(columns.end, first));
    const r0 = first * W;
    const r1 = r0 + W;
    const r2 = r1 + W;
    const r3 = r2 + W;
    for (let q = columns.from, to = q * W + first; q < full; q++, to += W) {
      A[to] = A[r0 + q];
      A[to + 1] = A[r1 + q];
      A[to + 2] = A[r2 + q];
      A[to + 3] = A[r3 + q];
    }
    for (let r = first; r < last; r++) {
      for (let q = full; q < Math.min(columns.end, r); q++) entry(r, q);
    }
  }
}

/** Copies the lower triangle of A [W × W] to the upper. O(W²). */
export function mirror(A: Float64Array, W: number): void {
  const all = { from: 0, end: W };
  mirrorBlock(A, W, all, all);
}
