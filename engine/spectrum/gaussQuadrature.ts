import { dot } from '../kernels/multiply.ts';
import { INVARIANT, orthogonalise, unit } from './lanczos.ts';
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
 * every f where k reaches the number of different eigenvalues. k products and O(k² W + k³).
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
  const W = v.length;
  const Q = [unit(v)];
  const alpha: number[] = [];
  const beta: number[] = [];
  let scale = 0;
  for (;;) {
    const next = apply(Q[Q.length - 1]).slice();
    const overlap = dot(Q[Q.length - 1], 0, next, 0, W);
    if (!Number.isFinite(overlap)) throw new Error(`product is not finite: ${overlap}`);
    alpha.push(overlap);
    orthogonalise(next, Q);
    orthogonalise(next, Q);
    const size = Math.sqrt(dot(next, 0, next, 0, W));
    scale = Math.max(scale, Math.abs(overlap), size);
    if (Q.length === Math.min(steps, W) || size <= INVARIANT * scale) break;
    beta.push(size);
    Q.push(unit(next));
  }
  const k = alpha.length;
  const { values, vectors } = tridiagonalPairs(alpha, beta);
  const rising = Array.from(values.keys()).sort((p, q) => values[p] - values[q]);
  return {
    nodes: Float64Array.from(rising, (pair) => values[pair]),
    weights: Float64Array.from(rising, (pair) => vectors[pair * k] ** 2),
  };
}
