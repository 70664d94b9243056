import type { Kernels } from '../../engine/kernels/kernels.ts';

/** Address tables of a product of `count` rows of A: where each row lies and where its results go. */
export interface Addresses {
  readonly rows: number;
  readonly count: number;
  readonly r1: number;
}

/** Rows of N numbers in the kernels' heap, and what is done with them. N is a multiple of four. */
export function heapRows({ heap, mixRows, addProducts }: Kernels, N: number) {
  /** Room for these numbers, which are repeated until it is full. */
  function table(values: Float64Array, count = values.length): number {
    const at = heap.take(count);
    const { numbers } = heap;
    for (let q = 0; q < count; q++) numbers[at + q] = values[q % values.length];
    return at;
  }

  /** [N × columns] as one row of N numbers a column. */
  const transposed = (values: Float64Array, columns: number): number =>
    table(values.map((_, q) => values[(q % N) * columns + Math.floor(q / N)]));

  /** `first`, `first + step`, … */
  function integers(count: number, first: number, step: number): number {
    const at = heap.takeIntegers(count);
    for (let q = 0; q < count; q++) heap.integers[at + q] = first + q * step;
    return at;
  }

  /** Rows that follow each other from A; their results are `step` apart. */
  const addresses = (A: number, count: number, step: number): Addresses => ({
    rows: integers(count, A, N),
    count,
    r1: integers(count, 0, step),
  });

  /** `to_j = Σ_q w[q·wStride + j·wOutStride] from_q` for rows that follow each other, added where `add`. */
  function mix(
    [from, count]: readonly [from: number, count: number],
    [w, wStride, wOutStride]: readonly [w: number, wStride: number, wOutStride: number],
    [to, outs]: readonly [to: number, outs: number],
    add: boolean,
  ): void {
    const strides = { fromStride: N, wStride, wOutStride, toStride: N };
    mixRows({ from, count, w, to, outs, N, ...strides }, add);
  }

  /** Dot products of rows with the S rows from B, to `to + r1 + c1`. */
  function multiply(
    { rows, count, r1 }: Addresses,
    [B, S, c1]: readonly [B: number, S: number, c1: number],
    to: number,
    add: boolean,
  ): void {
    addProducts({ rows, R: count, B, S, N, to, r1, c1 }, add);
  }

  return { table, transposed, integers, addresses, mix, multiply };
}
