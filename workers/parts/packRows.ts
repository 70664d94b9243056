import { lengthOf, packedSize, type OwnedRows } from '../../engine/network/ownedRows.ts';

/**
 * A part's rows of a matrix [W × W] one after another: of each its earlier columns, then its own. O(rows · W).
 */
export function packRows(shares: readonly OwnedRows[], A: Float64Array, W: number): Float64Array {
  const packed = new Float64Array(packedSize(shares));
  let at = 0;
  for (const { rows, earlier, own } of shares) {
    for (const row of rows) {
      for (const { from, end } of [...earlier, ...own]) {
        packed.set(A.subarray(row * W + from, row * W + end), at);
        at += end - from;
      }
    }
  }
  return packed;
}

/** Puts packed rows and their mirror images in their place in A [W × W]. O(rows · W). */
export function placeRows(
  shares: readonly OwnedRows[],
  packed: Float64Array,
  A: Float64Array,
  W: number,
): void {
  let start = 0;
  for (const { rows, earlier, own } of shares) {
    const length = lengthOf([...earlier, ...own]);
    let offset = start;
    for (const { from, end } of [...earlier, ...own]) {
      rows.forEach((row, index) => {
        const at = offset + index * length;
        A.set(packed.subarray(at, at + end - from), row * W + from);
      });
      mirrorRun(packed, offset, length, rows, from, end, A, W);
      offset += end - from;
    }
    start += rows.length * length;
  }
}

/** The entries (row, column) of a run of columns, written to (column, row). */
function mirrorRun(
  packed: Float64Array,
  offset: number,
  length: number,
  rows: readonly number[],
  from: number,
  end: number,
  A: Float64Array,
  W: number,
): void {
  // A group's weights follow each other, so the rows' indices do too, but for the bias.
  const [first = 0] = rows;
  const weights = rows.length - 1;
  const bias = rows[weights] ?? 0;
  for (let column = from; column < end; column++) {
    let at = offset + column - from;
    const to = column * W + first;
    for (let i = 0; i < weights; i++, at += length) A[to + i] = packed[at] ?? NaN;
    A[column * W + bias] = packed[at] ?? NaN;
  }
}
