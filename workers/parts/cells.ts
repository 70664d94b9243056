/**
 * A picture of a symmetric matrix W × W in `side` × `side` cells, side ≤ W: each cell (I, J), J ≤ I, at I(I + 1)/2 + J,
 * holds the entry of largest magnitude of its block, with its sign; NaN where no entry is there.
 */
export interface Cells {
  readonly side: number;
  readonly values: Float64Array;
}

/** First of the W entries that cell `block` of `side` shows. */
export const blockStart = (block: number, W: number, side: number): number => Math.floor((block * W) / side);

/** Number of cells (I, J), J ≤ I. */
export const cellCount = (side: number): number => (side * (side + 1)) / 2;

/** The cell of each index. */
export function cellsOfIndices(W: number, side: number): Int32Array {
  const cells = new Int32Array(W);
  for (let block = 0; block < side; block++) {
    cells.fill(block, blockStart(block, W, side), blockStart(block + 1, W, side));
  }
  return cells;
}

/** Takes the cells of another part of the same matrix in. O(cells). */
export function joinCells(into: Cells, { values }: Cells): void {
  const kept = into.values;
  for (let at = 0; at < kept.length; at++) {
    const [here, there] = [kept[at] ?? NaN, values[at] ?? NaN];
    if (Math.abs(there) > Math.abs(here) || Number.isNaN(here)) kept[at] = there;
  }
}
