import type { Fold } from './loops.ts';

/** Sums over a block's entries and their differences, and the largest of each cell: `Loops.foldBlock` in plain TypeScript. */
export function foldBlock(numbers: Float64Array, integers: Int32Array, fold: Fold): void {
  const { rows, columns, cellOf, cells, sums } = fold;
  let { a, h } = fold;
  for (let row = rows.from; row < rows.end; row++) {
    const I = integers[cellOf + row];
    const start = cells + (I * (I + 1)) / 2;
    const end = Math.min(columns.end, row + 1);
    for (let column = columns.from; column < end; column++, a++, h++) {
      const entry = numbers[a];
      const difference = entry - numbers[h];
      const [at, times] = column === row ? [sums + 2, 1] : [sums, 2];
      numbers[at] += times * entry * entry;
      numbers[at + 1] += times * difference * difference;
      if (Math.abs(entry) > numbers[sums + 4]) numbers[sums + 4] = Math.abs(entry);
      const to = start + integers[cellOf + column];
      // A cell in which nothing is yet holds NaN.
      if (!(Math.abs(entry) <= Math.abs(numbers[to])) && !Number.isNaN(entry)) numbers[to] = entry;
    }
  }
}
