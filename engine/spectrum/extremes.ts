import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { MatrixValues } from '../curvature/matrix.ts';
import { dot } from '../kernels/multiply.ts';
import { lanczosExtremes } from './lanczos.ts';

/** Above this W a full decomposition is too slow for a read-out; Lanczos finds the two ends. */
const FULL_LIMIT = 160;
const LANCZOS_STEPS = 240;
const LANCZOS_TOLERANCE = 1e-8;

/**
 * Smallest and largest eigenvalue of a symmetric matrix, with a bound on their error: all eigenvalues
 * by a library up to W = 160 (O(W³)), Lanczos beyond (O(k W²)). `bound` is NaN when an entry is.
 */
export function extremeEigenvalues(
  { form, values }: MatrixValues,
  W: number,
): { smallest: number; largest: number; bound: number } {
  if (form === 'diagonal') return { ...ends(values), bound: 0 };
  if (!values.every(Number.isFinite)) return { smallest: NaN, largest: NaN, bound: NaN };
  if (W > FULL_LIMIT) {
    const multiply = (q: Float64Array): Float64Array =>
      new Float64Array(W).map((_, row) => dot(values, row * W, q, 0, W));
    return extremesOfProducts(multiply, W);
  }
  const full = new EigenvalueDecomposition(Matrix.from1DArray(W, W, values), { assumeSymmetric: true });
  const { smallest, largest } = ends(full.realEigenvalues);
  // Backward error of a stable symmetric solver: a modest multiple of W ε ‖A‖.
  return { smallest, largest, bound: W * Number.EPSILON * Math.max(Math.abs(smallest), Math.abs(largest)) };
}

/** Smallest and largest eigenvalue of a symmetric operator, with a bound on their error, by Lanczos. O(k W²) and k products. */
export function extremesOfProducts(
  multiply: (q: Float64Array) => Float64Array,
  W: number,
): { smallest: number; largest: number; bound: number } {
  const { smallest, largest } = lanczosExtremes(multiply, W, LANCZOS_STEPS, LANCZOS_TOLERANCE);
  return {
    smallest: smallest.value,
    largest: largest.value,
    bound: Math.max(smallest.bound, largest.bound),
  };
}

function ends(values: ArrayLike<number> & Iterable<number>): { smallest: number; largest: number } {
  let smallest = Infinity;
  let largest = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) return { smallest: NaN, largest: NaN };
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  return { smallest, largest };
}
