import { allEigenvalues } from '../spectrum/allEigenvalues.ts';

/** How many eigenvalues of a symmetric matrix are above zero, zero, and below (Sylvester). */
export interface Inertia {
  readonly positive: number;
  readonly zero: number;
  readonly negative: number;
}

/** The inertia from all eigenvalues: what is within rounding, `W ε max|λ|`, counts as zero. O(W). */
export function inertiaOf(eigenvalues: ArrayLike<number>): Inertia {
  const values = Array.from(eigenvalues);
  const bound = values.length * Number.EPSILON * values.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  const positive = values.filter((value) => value > bound).length;
  const negative = values.filter((value) => value < -bound).length;
  return { positive, zero: values.length - positive - negative, negative };
}

/**
 * The inertia of a symmetric matrix [W × W] through its eigenvalues. O(W³).
 * @throws `matrix has entries that are not finite: 3`
 */
export function inertia(A: Float64Array, W: number): Inertia {
  const broken = A.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`matrix has entries that are not finite: ${broken}`);
  return inertiaOf(allEigenvalues({ form: 'dense', values: A }, W));
}
