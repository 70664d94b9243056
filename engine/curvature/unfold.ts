import { mirrorBlock } from '../kernels/mirror.ts';

/** Rows that are mirrored while they are in the cache. */
const STRIP = 8;

/** Copies a symmetric matrix, of which the lower triangle is at `lower[at …]`, to A [W × W], both triangles. O(W²). */
export function unfold(lower: Float64Array, at: number, W: number, A: Float64Array): void {
  const columns = { from: 0, end: W };
  for (let from = 0; from < W; from += STRIP) {
    const end = Math.min(W, from + STRIP);
    for (let row = from; row < end; row++) {
      A.set(lower.subarray(at + row * W, at + row * W + row + 1), row * W);
    }
    mirrorBlock(A, W, { from, end }, columns);
  }
}
