import { type Loops, rowLength } from './loops.ts';

/** Multiplies a table A [R × N] with a table of S rows: dot products over patterns, C [R × S] overwritten. */
export type TimesTable = (A: Float64Array, R: number, C: Float64Array) => void;

export interface Tables {
  /**
   * Dot products over patterns of tables that lie outside the heap; B [S × N] is read anew by every call of
   * the result. 2·R·S·N operations and O(R N + S N + R S) for the copies.
   */
  againstTable(B: Float64Array, S: number, N: number): TimesTable;
}

/** Copies rows of N numbers into the heap, each followed by zeros up to its length; returns their offset. */
function load({ heap }: Loops, table: Float64Array, rows: number, N: number): number {
  const length = rowLength(N);
  const at = heap.take(rows * length);
  const { numbers } = heap;
  if (length === N) numbers.set(table.subarray(0, rows * N), at);
  else {
    for (let row = 0; row < rows; row++) {
      numbers.set(table.subarray(row * N, (row + 1) * N), at + row * length);
      numbers.fill(0, at + row * length + N, at + (row + 1) * length);
    }
  }
  return at;
}

/** The loops, with products of tables that lie elsewhere. */
export const withTables = (loops: Loops): Loops & Tables => ({
  ...loops,
  againstTable: (B, S, N) => (A, R, C) => {
    const { heap } = loops;
    const mark = heap.mark();
    const length = rowLength(N);
    const a = load(loops, A, R, N);
    const b = load(loops, B, S, N);
    const to = heap.take(R * S);
    const rows = heap.takeIntegers(R);
    const r1 = heap.takeIntegers(R);
    const c1 = heap.takeIntegers(S);
    const { integers } = heap;
    for (let r = 0; r < R; r++) {
      integers[rows + r] = a + r * length;
      integers[r1 + r] = r * S;
    }
    for (let s = 0; s < S; s++) integers[c1 + s] = s;
    loops.addProducts({ rows, R, B: b, S, N: length, to, r1, c1 }, false);
    C.set(heap.numbers.subarray(to, to + R * S));
    heap.release(mark);
  },
});
