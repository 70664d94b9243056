import { kernels } from '../kernels/kernels.ts';
import type { Layer } from '../layers/layer.ts';
import type { Range } from './rowRanges.ts';

/** A layer's weights or its biases: parameter (unit, entry) has the index `base + unit · stride + entry`. */
interface Columns {
  readonly base: number;
  readonly stride: number;
  readonly count: number;
}

/** The weights of a dense layer as columns: w_ji has the index `weights + j · inputs + i`. */
export const weightsOf = ({ weights, inputs }: Layer): Columns => ({
  base: weights,
  stride: inputs,
  count: inputs,
});

/** The biases of a dense layer as columns: w_j0 has the index `biases + j`. */
export const biasesOf = ({ biases }: Layer): Columns => ({ base: biases, stride: 1, count: 1 });

/** `value(row, column)` for columns 0 … count(row) − 1 of each row of a range, as integers in the heap. O(size). */
export function pairTable(
  { first, end }: Range,
  count: (row: number) => number,
  value: (row: number, column: number) => number,
): { readonly table: number; readonly size: number } {
  let size = 0;
  for (let row = first; row < end; row++) size += count(row);
  const { heap } = kernels();
  const table = heap.takeIntegers(size);
  const { integers } = heap;
  let at = table;
  for (let row = first; row < end; row++) {
    const columns = count(row);
    for (let column = 0; column < columns; column++) integers[at++] = value(row, column);
  }
  return { table, size };
}

/** The columns (p, i) of a product, and the table B that they meet. */
interface ProductColumns {
  readonly B: number;
  readonly S: number;
  readonly c1: number;
}

/** Addresses of columns (p, i), p of the later and i of the earlier layer. O(S). */
export function columnsOf(B: number, later: Columns, earlier: Columns, W: number): ProductColumns {
  const all = { first: 0, end: later.count };
  const wide = (): number => earlier.count;
  return {
    B,
    S: later.count * earlier.count,
    c1: pairTable(all, wide, (p, i) => (later.base + p) * W + earlier.base + i).table,
  };
}
