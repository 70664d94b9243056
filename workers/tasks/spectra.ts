import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { gaussNewtonProduct, rProduct } from '../../engine/products/hessianVector.ts';
import { extremeEigenvalues, extremesOfProducts } from '../../engine/spectrum/extremes.ts';
import { isDense, overBudget } from '../budget.ts';
import type { Extremes, Spectra, SpectraRequest } from '../protocol.ts';

/** Matrices whose products with a vector need no matrix. */
const products: Partial<Record<MatrixId, (workspace: Workspace, v: Float64Array) => Float64Array>> = {
  exact: rProduct,
  'gauss-newton': gaussNewtonProduct,
};

function extremesOf(id: MatrixId, workspace: Workspace, tooLarge: boolean): Extremes | null {
  const { W } = workspace.topology;
  const product = products[id];
  if (!tooLarge || !isDense(id)) return extremeEigenvalues(matrixOf(id).compute(workspace), W);
  return product === undefined ? null : extremesOfProducts((v) => product(workspace, v), W);
}

/**
 * The extreme eigenvalues of the matrices on show; beyond the memory budget, of those whose products need no
 * matrix.
 */
export function spectra({ problem, matrices, given }: SpectraRequest): Spectra {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const tooLarge = overBudget(W, matrices);
  const found: Partial<Record<MatrixId, Extremes>> = {};
  for (const id of matrices) {
    if ((matrixOf(id).unavailable?.(problem) ?? null) !== null) continue;
    const extremes = extremesOf(id, workspace, tooLarge);
    if (extremes !== null) found[id] = extremes;
  }
  for (const [name, matrix] of Object.entries(given)) found[name as MatrixId] = extremeEigenvalues(matrix, W);
  return found;
}
