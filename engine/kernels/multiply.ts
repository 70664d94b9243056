import { addWeightedRows } from './addWeightedRows.ts';

/**
 * The three products every pass is made of, on row-major matrices, all accumulating into C.
 * Each costs 2·rows·columns·inner operations.
 */

/**
 * `C += A Bᵀ`: A [rows × inner], B [columns × inner], C [rows × columns]. Two rows by two columns at a
 * time, so that every loaded entry is used twice.
 */
export function multiplyABt(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  rows: number,
  columns: number,
  inner: number,
): void {
  let r = 0;
  for (; r + 1 < rows; r += 2) {
    const a0 = r * inner;
    const a1 = a0 + inner;
    let s = 0;
    for (; s + 1 < columns; s += 2) {
      const b0 = s * inner;
      const b1 = b0 + inner;
      let c00 = 0;
      let c01 = 0;
      let c10 = 0;
      let c11 = 0;
      for (let q = 0; q < inner; q++) {
        const x0 = A[a0 + q];
        const x1 = A[a1 + q];
        const y0 = B[b0 + q];
        const y1 = B[b1 + q];
        c00 += x0 * y0;
        c01 += x0 * y1;
        c10 += x1 * y0;
        c11 += x1 * y1;
      }
      C[r * columns + s] += c00;
      C[r * columns + s + 1] += c01;
      C[(r + 1) * columns + s] += c10;
      C[(r + 1) * columns + s + 1] += c11;
    }
    for (; s < columns; s++) {
      C[r * columns + s] += dot(A, a0, B, s * inner, inner);
      C[(r + 1) * columns + s] += dot(A, a1, B, s * inner, inner);
    }
  }
  for (; r < rows; r++) {
    for (let s = 0; s < columns; s++) C[r * columns + s] += dot(A, r * inner, B, s * inner, inner);
  }
}

/** `C += A B`: A [rows × inner], B [inner × columns], C [rows × columns]. */
export function multiplyAB(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  rows: number,
  columns: number,
  inner: number,
): void {
  const all = { values: B, at: 0, stride: columns, count: inner };
  for (let r = 0; r < rows; r++) addWeightedRows(all, A, r * inner, 1, columns, C, r * columns);
}

/** `C += Aᵀ B`: A [inner × rows], B [inner × columns], C [rows × columns]. */
export function multiplyAtB(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  rows: number,
  columns: number,
  inner: number,
): void {
  const all = { values: B, at: 0, stride: columns, count: inner };
  for (let r = 0; r < rows; r++) addWeightedRows(all, A, r, rows, columns, C, r * columns);
}

/** Dot product of `count` entries of A from `a` with B from `b`: four sums, so that additions do not wait for one another. */
export function dot(A: Float64Array, a: number, B: Float64Array, b: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let q = 0;
  for (; q + 3 < count; q += 4) {
    s0 += A[a + q] * B[b + q];
    s1 += A[a + q + 1] * B[b + q + 1];
    s2 += A[a + q + 2] * B[b + q + 2];
    s3 += A[a + q + 3] * B[b + q + 3];
  }
  for (; q < count; q++) s0 += A[a + q] * B[b + q];
  return s0 + s1 + (s2 + s3);
}
