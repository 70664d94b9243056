import { createKrylov } from './krylov.ts';
import { tridiagonalPairs } from './tridiagonal.ts';

/** Nodes and weights of `v̂ᵀ f(A) v̂ ≈ Σ_k τ_k f(θ_k)`, v̂ the unit vector; the weights sum to 1. */
export interface Quadrature {
  /** Rising. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss quadrature of a symmetric operator's spectrum as v sees it, by Lanczos from v with full
 * re-orthogonalisation (Golub & Welsch 1969, Golub & Meurant 2010): exact for polynomials f of degree 2k − 1, and for
 * every f where k reaches the number of different eigenvalues. k products and O(k² W).
 * @throws `steps of Lanczos are not a whole number from 1 up: 0`, `product is not finite: NaN`
 */
export function gaussQuadrature(
  apply: (v: Float64Array) => Float64Array,
  v: Float64Array,
  steps: number,
): Quadrature {
  if (!(Number.isInteger(steps) && steps > 0)) {
    throw new Error(`steps of Lanczos are not a whole number from 1 up: ${steps}`);
  }
  const krylov = createKrylov(apply, v);
  const { alpha, beta } = krylov;
  do {
    krylov.step();
    const overlap = alpha[alpha.length - 1];
    if (!Number.isFinite(overlap)) throw new Error(`product is not finite: ${overlap}`);
  } while (alpha.length < Math.min(steps, v.length) && !krylov.isInvariant);
  const { values, vectors } = tridiagonalPairs(alpha, beta, [0]);
  const rising = Array.from(values.keys()).sort((p, q) => values[p] - values[q]);
  return {
    nodes: Float64Array.from(rising, (pair) => values[pair]),
    weights: Float64Array.from(rising, (pair) => vectors[pair] ** 2),
  };
}
