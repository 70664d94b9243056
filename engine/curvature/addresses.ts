import { kernels } from '../kernels/kernels.ts';
import type { Layer } from '../layers/layer.ts';
import type { Range } from './rowRanges.ts';

/** A layer's weights or its biases: parameter (unit, entry) has the index `base + unit · stride + entry`. */
export interface Columns {
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

/** Which columns each row of a table has: 0 … count − 1, those up to the row itself, or that one alone. */
export type Extent = number | 'up to the row' | 'the row alone';

/** The number in row and column of a table: `base + row · perRow + column · perColumn`. */
export interface Address {
  readonly base: number;
  readonly perRow: number;
  readonly perColumn: number;
}

interface AddressTable {
  readonly table: number;
  readonly size: number;
}

/**
 * The addresses of the rows of a range, row by row, as integers in the heap. O(size). Coefficients, not functions:
 * these loops run many times a picture, and functions made for one picture would be compiled again for the next.
 */
export function addressTable({ first, end }: Range, extent: Extent, address: Address): AddressTable {
  const { base, perRow, perColumn } = address;
  const rows = end - first;
  const size = extent === 'up to the row' ? (rows * (first + end + 1)) / 2 : rows * widthOf(extent);
  const { heap } = kernels();
  const table = heap.takeIntegers(size);
  const { integers } = heap;
  let at = table;
  for (let row = first; row < end; row++) {
    const from = extent === 'the row alone' ? row : 0;
    const to = typeof extent === 'number' ? extent : row + 1;
    for (let column = from; column < to; column++) integers[at++] = base + row * perRow + column * perColumn;
  }
  return { table, size };
}

const widthOf = (extent: number | 'the row alone'): number => (extent === 'the row alone' ? 1 : extent);

/** The columns (p, i) of a product, and the table B that they meet. */
interface ProductColumns {
  readonly B: number;
  readonly S: number;
  readonly c1: number;
}

/** Addresses of columns (p, i), p of the later and i of the earlier layer. O(S). */
export function columnsOf(B: number, later: Columns, earlier: Columns, W: number): ProductColumns {
  const all = { first: 0, end: later.count };
  const address = { base: later.base * W + earlier.base, perRow: W, perColumn: 1 };
  const { table, size } = addressTable(all, earlier.count, address);
  return { B, S: size, c1: table };
}
