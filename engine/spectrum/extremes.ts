import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { MatrixValues } from '../curvature/matrix.ts';
import { timesVector } from '../kernels/timesVector.ts';
import { lanczosEndsSteps } from './lanczos.ts';
import { runToEnd } from './runToEnd.ts';

/** Above this W a full decomposition is too slow for a read-out; Lanczos finds the two ends. */
const FULL_LIMIT = 160;
const LANCZOS_STEPS = 240;
const LANCZOS_TOLERANCE = 1e-8;

/** The two ends of a spectrum, and a bound on the error of both. */
interface Extremes {
  readonly smallest: number;
  readonly largest: number;
  readonly bound: number;
}

/**
 * Smallest and largest eigenvalue of a symmetric matrix, with a bound on their error: all eigenvalues
 * by a library up to W = 160 (O(W³)), Lanczos beyond (O(k W²)). `bound` is NaN when an entry is.
 */
export const extremeEigenvalues = (matrix: MatrixValues, W: number): Extremes =>
  runToEnd(extremeEigenvaluesSteps(matrix, W));

/** The same as work in steps, of one product each or, up to W = 160, one for all. */
export function* extremeEigenvaluesSteps(
  { form, values }: MatrixValues,
  W: number,
): Generator<undefined, Extremes> {
  if (form === 'diagonal') return { ...ends(values), bound: 0 };
  if (!areFinite(values)) return { smallest: NaN, largest: NaN, bound: NaN };
  if (W > FULL_LIMIT) {
    const image = new Float64Array(W);
    return yield* extremesOfProductsSteps((q) => timesVector(values, q, image), W);
  }
  const full = new EigenvalueDecomposition(Matrix.from1DArray(W, W, values), { assumeSymmetric: true });
  const { smallest, largest } = ends(full.realEigenvalues);
  // Backward error of a stable symmetric solver: a modest multiple of W ε ‖A‖.
  return { smallest, largest, bound: W * Number.EPSILON * Math.max(Math.abs(smallest), Math.abs(largest)) };
}

/** Smallest and largest eigenvalue of a symmetric operator, with a bound on their error, by Lanczos. O(k² W) and k products. */
export const extremesOfProducts = (multiply: (q: Float64Array) => Float64Array, W: number): Extremes =>
  runToEnd(extremesOfProductsSteps(multiply, W));

/** The same as work in steps of one product each. */
export function* extremesOfProductsSteps(
  multiply: (q: Float64Array) => Float64Array,
  W: number,
): Generator<undefined, Extremes> {
  const { smallest, largest } = yield* lanczosEndsSteps(multiply, W, LANCZOS_STEPS, LANCZOS_TOLERANCE);
  return {
    smallest: smallest.value,
    largest: largest.value,
    bound: Math.max(smallest.bound, largest.bound),
  };
}

function areFinite(values: Float64Array): boolean {
  for (let q = 0; q < values.length; q++) if (!Number.isFinite(values[q])) return false;
  return true;
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
