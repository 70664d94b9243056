/** Side of the tiles that `mirror` copies: both fit the first cache. */
const TILE = 32;

/** Copies the lower triangle of A [W × W] to the upper. O(W²). */
export function mirror(A: Float64Array, W: number): void {
  for (let rows = 0; rows < W; rows += TILE) {
    for (let columns = 0; columns <= rows; columns += TILE) {
      for (let r = rows; r < Math.min(rows + TILE, W); r++) {
        const end = Math.min(columns + TILE, r);
        for (let q = columns; q < end; q++) A[q * W + r] = A[r * W + q];
      }
    }
  }
}
