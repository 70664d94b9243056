import { dot } from './multiply.ts';

/**
 * `y = A x`, A [y.length × x.length] row-major: four rows at a time, so that an entry of x is read once for four, with
 * two sums for each, so that additions do not wait for one another. Returns y. 2·rows·columns operations.
 */
export function timesVector(A: Float64Array, x: Float64Array, y: Float64Array): Float64Array {
  const columns = x.length;
  const even = columns - (columns % 2);
  let row = 0;
  for (; row + 3 < y.length; row += 4) {
    const a0 = row * columns;
    const a1 = a0 + columns;
    const a2 = a1 + columns;
    const a3 = a2 + columns;
    let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let q = 0; q < even; q += 2) {
      const x0 = x[q];
      const x1 = x[q + 1];
      s0 += A[a0 + q] * x0;
      t0 += A[a0 + q + 1] * x1;
      s1 += A[a1 + q] * x0;
      t1 += A[a1 + q + 1] * x1;
      s2 += A[a2 + q] * x0;
      t2 += A[a2 + q + 1] * x1;
      s3 += A[a3 + q] * x0;
      t3 += A[a3 + q + 1] * x1;
    }
    if (even < columns) {
      const last = x[even];
      s0 += A[a0 + even] * last;
      s1 += A[a1 + even] * last;
      s2 += A[a2 + even] * last;
      s3 += A[a3 + even] * last;
    }
    y[row] = s0 + t0;
    y[row + 1] = s1 + t1;
    y[row + 2] = s2 + t2;
    y[row + 3] = s3 + t3;
  }
  for (; row < y.length; row++) y[row] = dot(A, row * columns, x, 0, columns);
  return y;
}
