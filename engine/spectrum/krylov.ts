import { dot } from '../kernels/multiply.ts';
import { createBasis, type Basis } from './basis.ts';

/** Below this part of the largest entry of T a residual is rounding: the space is invariant. */
const INVARIANT = 32 * Number.EPSILON;

/** An eigenvector that is known already, and its value. */
export interface Known {
  readonly value: number;
  readonly vector: Float64Array;
}

/**
 * The Krylov space of a symmetric operator as far as it is built: `A Q = Q T + β_k q_(k+1) e_kᵀ`, T tridiagonal with
 * `alpha` on its diagonal and `beta` beside it.
 */
export interface Krylov {
  readonly alpha: readonly number[];
  /** As many as of `alpha`: the last, β_k, is the size of what the space lacks to be invariant. */
  readonly beta: readonly number[];
  /** Largest |entry| of T, and |value| of what is known. */
  readonly scale: number;
  /** Whether A maps the space onto itself, to rounding. */
  readonly isInvariant: boolean;
  /** One step of Lanczos with full re-orthogonalisation: a product, and O(k W). */
  step(): void;
  /** `Σ_i s_i q_i`. */
  combine(s: Float64Array): Float64Array;
}

/** The space from `start`, not 0, at right angles to the vectors that are known. `apply` may keep or change what it gets, and what it gives is written to. */
export function createKrylov(
  apply: (q: Float64Array) => Float64Array,
  start: Float64Array,
  known: readonly Known[] = [],
): Krylov {
  const W = start.length;
  const basis: Basis = createBasis(W);
  for (const { vector } of known) basis.add(vector, 1);
  const first = start.slice();
  basis.orthogonalise(first);
  basis.add(first, 1 / Math.sqrt(dot(first, 0, first, 0, W)));
  const alpha: number[] = [];
  const beta: number[] = [];
  let residual: Float64Array = first;
  let scale = known.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0);
  let isInvariant = false;
  return {
    alpha,
    beta,
    get scale() {
      return scale;
    },
    get isInvariant() {
      return isInvariant;
    },
    step() {
      if (beta.length > 0) basis.add(residual, 1 / beta[beta.length - 1]);
      const q = basis.vector(basis.count - 1);
      residual = apply(q.slice());
      const overlap = dot(q, 0, residual, 0, W);
      basis.orthogonalise(residual);
      const size = Math.sqrt(dot(residual, 0, residual, 0, W));
      alpha.push(overlap);
      beta.push(size);
      scale = Math.max(scale, Math.abs(overlap));
      isInvariant = size <= INVARIANT * scale;
      scale = Math.max(scale, size);
    },
    combine: (s) => basis.combine(s, known.length),
  };
}
