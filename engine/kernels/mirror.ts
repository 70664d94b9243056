import type { Run } from '../network/runs.ts';

/** Rows that are mirrored together: what is written of a column then lies side by side, a line of the cache. */
const STRIP = 8;

/** Copies the entries of some rows and columns of A [W × W] that are below the diagonal to above it. O(entries). */
export function mirrorBlock(A: Float64Array, W: number, rows: Run, columns: Run): void {
  for (let first = rows.from; first < rows.end; first += STRIP) {
    const last = Math.min(rows.end, first + STRIP);
    // Columns that are below the diagonal in all rows of a full strip.
    const full = last - first < STRIP ? columns.from : Math.max(columns.from, Math.min(columns.end, first));
    mirrorStrip(A, W, first, columns.from, full);
    for (let r = first; r < last; r++) {
      for (let q = full; q < Math.min(columns.end, r); q++) A[q * W + r] = A[r * W + q];
    }
  }
}

/** A full strip of rows from `first`, columns `from` to `end`. */
function mirrorStrip(A: Float64Array, W: number, first: number, from: number, end: number): void {
  const r0 = first * W;
  const r1 = r0 + W;
  const r2 = r1 + W;
  const r3 = r2 + W;
  const r4 = r3 + W;
  const r5 = r4 + W;
  const r6 = r5 + W;
  const r7 = r6 + W;
  for (let q = from, to = from * W + first; q < end; q++, to += W) {
    A[to] = A[r0 + q];
    A[to + 1] = A[r1 + q];
    A[to + 2] = A[r2 + q];
    A[to + 3] = A[r3 + q];
    A[to + 4] = A[r4 + q];
    A[to + 5] = A[r5 + q];
    A[to + 6] = A[r6 + q];
    A[to + 7] = A[r7 + q];
  }
}

/** Copies the lower triangle of A [W × W] to the upper. O(W²). */
export function mirror(A: Float64Array, W: number): void {
  const all = { from: 0, end: W };
  mirrorBlock(A, W, all, all);
}
