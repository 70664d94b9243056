import { blockStart } from '../../workers/parts/cells.ts';

/**
 * Shrinks a symmetric W × W matrix to P × P (P ≤ W): each cell keeps the entry of largest magnitude of its
 * block, with its sign. A mean would cancel signs. Only the upper half is read. O(W²/2 + P²).
 *
 * Magnitudes are compared by the upper 32 bits of a float64 (little-endian), without a branch, which is four
 * times as fast as comparing the numbers: of entries within 10⁻⁶ of each other any may win.
 */
export function poolSigned(values: Float64Array, W: number, P: number, pooled: Float64Array): void {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  // Once for all blocks: a division each would take as long as the comparisons.
  const starts = Int32Array.from({ length: P + 1 }, (_, block) => blockStart(block, W, P));
  for (let blockRow = 0; blockRow < P; blockRow++) {
    const firstRow = (starts[blockRow] ?? 0) * W;
    const lastRow = (starts[blockRow + 1] ?? 0) * W;
    let end = starts[blockRow] ?? 0;
    for (let block = blockRow; block < P; block++) {
      const first = end;
      end = starts[block + 1] ?? 0;
      let largest = -1;
      let winner = 0;
      for (let row = firstRow; row < lastRow; row += W) {
        for (let at = row + first; at < row + end; at++) {
          const magnitude = (words[2 * at + 1] ?? 0) & 0x7fffffff;
          // All ones when this entry is larger, else zero.
          const larger = (largest - magnitude) >> 31;
          winner ^= (winner ^ at) & larger;
          largest ^= (largest ^ magnitude) & larger;
        }
      }
      const extreme = values[winner] ?? 0;
      pooled[blockRow * P + block] = extreme;
      pooled[block * P + blockRow] = extreme;
    }
  }
}

/** The same for the W entries of a diagonal: its P diagonal cells. O(W). */
export function poolDiagonal(values: Float64Array, W: number, P: number, pooled: Float64Array): void {
  for (let block = 0; block < P; block++) {
    let extreme = 0;
    for (let at = blockStart(block, W, P); at < blockStart(block + 1, W, P); at++) {
      const value = values[at] ?? 0;
      if (Math.abs(value) > Math.abs(extreme)) extreme = value;
    }
    pooled[block] = extreme;
  }
}
