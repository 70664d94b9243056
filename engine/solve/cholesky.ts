import { dot } from '../kernels/multiply.ts';

/**
 * The lower triangle L of `A = L Lᵀ`, [W × W] row-major, for a symmetric A of which the lower triangle is read; null
 * where A is not positive definite: a pivot is not above zero, or not a number (Golub & Van Loan 4.2.5). O(W³/3).
 */
export function cholesky(A: Float64Array, W: number): Float64Array | null {
  const L = new Float64Array(W * W);
  for (let row = 0; row < W; row++) {
    for (let column = 0; column < row; column++) {
      const left = A[row * W + column] - dot(L, row * W, L, column * W, column);
      L[row * W + column] = left / L[column * (W + 1)];
    }
    const pivot = A[row * (W + 1)] - dot(L, row * W, L, row * W, row);
    if (!(pivot > 0) || pivot === Infinity) return null;
    L[row * (W + 1)] = Math.sqrt(pivot);
  }
  return L;
}

/** `A⁻¹ b` from A's factor L, forwards (`L y = b`), then backwards (`Lᵀ x = y`). O(W²). */
export function choleskySolve(L: Float64Array, W: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = 0; row < W; row++) x[row] = (x[row] - dot(L, row * W, x, 0, row)) / L[row * (W + 1)];
  for (let row = W - 1; row >= 0; row--) {
    x[row] /= L[row * (W + 1)];
    for (let q = 0; q < row; q++) x[q] -= L[row * W + q] * x[row];
  }
  return x;
}

/**
 * `A⁻¹` of a symmetric positive definite A [W × W], itself exactly symmetric; null where A is not positive definite.
 * O(W³).
 */
export function inverseByCholesky(A: Float64Array, W: number): Float64Array | null {
  const L = cholesky(A, W);
  if (L === null) return null;
  const inverse = new Float64Array(W * W);
  const unit = new Float64Array(W);
  for (let column = 0; column < W; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(choleskySolve(L, W, unit), column * W);
  }
  for (let row = 0; row < W; row++) {
    for (let column = 0; column < row; column++) {
      const mean = (inverse[row * W + column] + inverse[column * W + row]) / 2;
      inverse[row * W + column] = mean;
      inverse[column * W + row] = mean;
    }
  }
  return inverse;
}
