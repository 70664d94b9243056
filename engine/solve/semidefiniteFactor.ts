/** Roundings of a factorisation, in units of K ε times the largest diagonal entry. */
const ROUNDINGS = 8;

/**
 * F [K × K] with `F Fᵀ = A` for a symmetric positive semi-definite A, of any rank: Cholesky with the largest remaining
 * diagonal entry p as pivot, which fills column p of F; of a diagonal A it is the square root (Higham 1990). Null where
 * A is not positive semi-definite, or an entry is not a number. With `known`, A is semi-definite by its formula, and
 * what the pivots leave over is rounding, however large beside A. O(rank K²).
 */
export function semidefiniteFactor(A: Float64Array, K: number, known = false): Float64Array | null {
  const rest = A.slice();
  const F = new Float64Array(K * K);
  let tolerance = 0;
  for (let rank = 0; rank < K; rank++) {
    let p = 0;
    for (let k = 1; k < K; k++) if (rest[k * (K + 1)] > rest[p * (K + 1)]) p = k;
    const pivot = rest[p * (K + 1)];
    if (rank === 0) tolerance = ROUNDINGS * K * Number.EPSILON * Math.max(0, pivot);
    if (!(pivot > tolerance)) break;
    const root = Math.sqrt(pivot);
    for (let k = 0; k < K; k++) F[k * K + p] = rest[k * K + p] / root;
    for (let k = 0; k < K; k++) {
      for (let l = 0; l < K; l++) rest[k * K + l] -= F[k * K + p] * F[l * K + p];
    }
  }
  const allowed = known ? Number.MAX_VALUE : tolerance;
  return rest.every((entry) => Math.abs(entry) <= allowed) ? F : null;
}
