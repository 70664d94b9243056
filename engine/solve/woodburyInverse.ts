import { multiplyAB, multiplyABt, multiplyAtB } from '../kernels/multiply.ts';
import { inverseByCholesky } from './cholesky.ts';
import { startOf } from './sequentialInverse.ts';

/**
 * `(Uᵀ U + αI)⁻¹` for the rows U [R × W] of an outer product, a block of m rows V at a time:
 * `H⁻¹ ← H⁻¹ − H⁻¹Vᵀ (I + V H⁻¹ Vᵀ)⁻¹ V H⁻¹` (Woodbury 1950, PRML C.7); m = 1 is the sequential inverse.
 * O(R W² + R m W + R m²).
 * @throws `weight decay is 0: the sequential inverse has no start`, `block of rows is not a whole number from 1 up: 0`
 */
export function woodburyInverse(rows: Float64Array, W: number, alpha: number, block: number): Float64Array {
  if (!(Number.isInteger(block) && block > 0)) {
    throw new Error(`block of rows is not a whole number from 1 up: ${block}`);
  }
  const inverse = startOf(alpha, W);
  for (let at = 0; at < rows.length; at += block * W) {
    const V = rows.subarray(at, at + block * W);
    const m = V.length / W;
    const X = new Float64Array(m * W);
    multiplyAB(V, inverse, X, m, W, W);
    const inner = new Float64Array(m * m);
    for (let k = 0; k < m; k++) inner[k * (m + 1)] = 1;
    multiplyABt(X, V, inner, m, m, W);
    const factor = inverseByCholesky(inner, m);
    if (factor === null) throw new Error(`internal: I + V H⁻¹ Vᵀ is not positive definite, rows: ${m}`);
    const Y = new Float64Array(m * W);
    multiplyAB(factor, X, Y, m, W, m);
    const change = new Float64Array(W * W);
    multiplyAtB(X, Y, change, W, W, m);
    for (let q = 0; q < inverse.length; q++) inverse[q] -= change[q];
  }
  return inverse;
}
