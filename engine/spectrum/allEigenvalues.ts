import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { MatrixValues } from '../curvature/matrix.ts';

/** Above this W a full decomposition takes longer than a person waits for a moving picture. */
export const MOST_EIGENVALUES = 400;

/**
 * All eigenvalues of a symmetric matrix, the largest first, errors of a few W ε ‖A‖; NaN when an entry is not a
 * number. O(W³), of a diagonal O(W log W).
 */
export function allEigenvalues({ form, values }: MatrixValues, W: number): Float64Array {
  if (!values.every(Number.isFinite)) return new Float64Array(W).fill(NaN);
  if (form === 'diagonal') return values.slice().sort().reverse();
  const full = new EigenvalueDecomposition(Matrix.from1DArray(W, W, values), { assumeSymmetric: true });
  return Float64Array.from(full.realEigenvalues).sort().reverse();
}
