import { LuDecomposition, Matrix } from 'ml-matrix';
import { cholesky, choleskySolve } from '../../solve/cholesky.ts';

/** A pivot that is smaller than this share of the largest entry is rounding. */
const SMALLEST_PIVOT = 1e-13;

/**
 * `x = −(A + λI)⁻¹ g` for a symmetric A [W × W]: by Cholesky, and where A + λI is not positive definite by elimination,
 * so that Newton's step exists at a saddle too. Null where a pivot is below 10⁻¹³ of the largest entry: singular to
 * rounding. O(W³).
 */
export function solveDamped(A: Float64Array, g: Float64Array, lambda: number): Float64Array | null {
  const W = g.length;
  const damped = A.slice();
  for (let q = 0; q < W; q++) damped[q * (W + 1)] += lambda;
  const floor = SMALLEST_PIVOT * damped.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
  const L = cholesky(damped, W);
  if (L !== null) {
    for (let q = 0; q < W; q++) if (!(L[q * (W + 1)] ** 2 > floor)) return null;
    return choleskySolve(L, W, g).map((entry) => -entry);
  }
  if (!damped.every(Number.isFinite)) return null;
  const lu = new LuDecomposition(Matrix.from1DArray(W, W, damped));
  const U = lu.upperTriangularMatrix;
  for (let q = 0; q < W; q++) if (!(Math.abs(U.get(q, q)) > floor)) return null;
  return Float64Array.from(lu.solve(Matrix.columnVector(g)).to1DArray(), (entry) => -entry);
}
