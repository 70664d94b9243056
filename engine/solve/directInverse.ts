import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { frobenius } from '../curvature/compare.ts';
import { multiplyAB } from '../kernels/multiply.ts';
import { inverseByCholesky } from './cholesky.ts';
import { type Inertia, inertiaOf } from './inertia.ts';

/** The inverse of a symmetric matrix, or why there is none. */
export interface DirectInverse {
  /** [W × W]; null where the matrix is singular to rounding. */
  readonly values: Float64Array | null;
  /** Cholesky's factors exist for positive definite matrices only; what else can be inverted goes by eigenvectors. */
  readonly way: 'cholesky' | 'eigenvectors' | null;
  readonly inertia: Inertia;
  /** `max|λ| / min|λ|`; infinite where an eigenvalue is 0. */
  readonly condition: number;
  /** `‖A A⁻¹ − I‖_F`; NaN without an inverse. */
  readonly defect: number;
}

/** `‖A B − I‖_F` of two W × W matrices. O(W³). */
function defectOf(A: Float64Array, B: Float64Array, W: number): number {
  const C = new Float64Array(W * W);
  for (let q = 0; q < W; q++) C[q * (W + 1)] = -1;
  multiplyAB(A, B, C, W, W, W);
  return frobenius({ form: 'dense', values: C });
}

/** `Σ_i q_i q_iᵀ / λ_i` over all eigenpairs, Q [W × W] with the eigenvectors as columns. O(W³). */
function byEigenvectors(Q: Matrix, eigenvalues: readonly number[], W: number): Float64Array {
  const inverse = new Float64Array(W * W);
  for (let row = 0; row < W; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0;
      for (let i = 0; i < W; i++) sum += (Q.get(row, i) * Q.get(column, i)) / eigenvalues[i];
      inverse[row * W + column] = sum;
      inverse[column * W + row] = sum;
    }
  }
  return inverse;
}

/**
 * The inverse of a symmetric matrix A [W × W] with its inertia and condition number: by Cholesky where A is positive
 * definite, by eigenvectors where it is indefinite. O(W³).
 * @throws `matrix has entries that are not finite: 3`
 */
export function directInverse(A: Float64Array, W: number): DirectInverse {
  const broken = A.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`matrix has entries that are not finite: ${broken}`);
  const full = new EigenvalueDecomposition(Matrix.from1DArray(W, W, A), { assumeSymmetric: true });
  const eigenvalues = full.realEigenvalues;
  const inertia = inertiaOf(eigenvalues);
  const sizes = eigenvalues.map(Math.abs);
  const condition = Math.max(...sizes) / Math.min(...sizes);
  if (inertia.zero > 0) return { values: null, way: null, inertia, condition, defect: NaN };
  const factored = inverseByCholesky(A, W);
  const values = factored ?? byEigenvectors(full.eigenvectorMatrix, eigenvalues, W);
  return {
    values,
    way: factored === null ? 'eigenvectors' : 'cholesky',
    inertia,
    condition,
    defect: defectOf(A, values, W),
  };
}
