import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** All eigenpairs of a symmetric matrix, the largest value first. */
export interface FullDecomposition {
  readonly values: Float64Array;
  /** The unit eigenvector to `values[p]` is the run of W numbers from `p · W`, [W × W]. */
  readonly vectors: Float64Array;
}

/**
 * All eigenpairs of a symmetric matrix A [W × W] by a library, errors of a few W ε ‖A‖. O(W³).
 * @throws `matrix has entries that are not finite: 3`
 */
export function fullDecomposition(A: Float64Array, W: number): FullDecomposition {
  const broken = A.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`matrix has entries that are not finite: ${broken}`);
  const full = new EigenvalueDecomposition(Matrix.from1DArray(W, W, A), { assumeSymmetric: true });
  const { realEigenvalues, eigenvectorMatrix } = full;
  const falling = Array.from(realEigenvalues.keys()).sort((p, q) => realEigenvalues[q] - realEigenvalues[p]);
  const vectors = new Float64Array(W * W);
  falling.forEach((column, p) => {
    for (let row = 0; row < W; row++) vectors[p * W + row] = eigenvectorMatrix.get(row, column);
  });
  return { values: Float64Array.from(falling, (column) => realEigenvalues[column]), vectors };
}
