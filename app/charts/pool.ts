/**
 * Shrinks a symmetric W × W matrix to P × P (P ≤ W): each cell keeps the entry of largest magnitude of its
 * block, with its sign. A mean would cancel signs. Only the upper half is read. O(W²/2 + P²), allocates nothing.
 */
export function poolSigned(values: Float64Array, W: number, P: number, pooled: Float64Array): void {
  for (let blockRow = 0; blockRow < P; blockRow++) {
    const lastRow = blockStart(blockRow + 1, W, P);
    for (let block = blockRow; block < P; block++) {
      const firstColumn = blockStart(block, W, P);
      const lastColumn = blockStart(block + 1, W, P);
      let extreme = 0;
      let magnitude = 0;
      for (let row = blockStart(blockRow, W, P); row < lastRow; row++) {
        const end = row * W + lastColumn;
        for (let at = row * W + firstColumn; at < end; at++) {
          const value = values[at] ?? 0;
          const size = value < 0 ? -value : value;
          if (size > magnitude) {
            magnitude = size;
            extreme = value;
          }
        }
      }
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

/** First of the W entries that cell `block` of P shows. */
export const blockStart = (block: number, W: number, P: number): number => Math.floor((block * W) / P);
