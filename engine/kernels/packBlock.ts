import type { Pack } from './loops.ts';

/** A block's entries times a factor, packed: `Loops.packBlock` in plain TypeScript. */
export function packBlock(numbers: Float64Array, { A, W, rows, columns, factor, to }: Pack): void {
  let at = to;
  for (let row = rows.from; row < rows.end; row++) {
    const end = Math.min(columns.end, row + 1);
    for (let column = columns.from; column < end; column++)
      numbers[at++] = factor * numbers[A + row * W + column];
  }
}
