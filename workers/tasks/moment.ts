import { frobenius, relativeDifference } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import { errorOf } from '../../engine/products/gradient.ts';
import { gaussNewtonProduct, rProduct } from '../../engine/products/hessianVector.ts';
import { extremeEigenvalues, extremesOfProducts } from '../../engine/spectrum/extremes.ts';
import { overBudget } from '../budget.ts';
import type { Moment, MomentRequest } from '../protocol.ts';

/** A matrix that takes longer than this, and many times as long as H, would hold the whole run's figure up. */
const MOST_OPERATIONS = 1e8;
const TIMES_EXACT = 4;

/**
 * What the matrices say of one point of a run, in numbers alone: relative errors, the residual part's share
 * ‖H − G‖_F/‖H‖_F, extreme eigenvalues of H and G. Beyond the memory budget eigenvalues from products, the
 * others NaN; matrices that do not exist, or take too long, are left out.
 */
export function moment({ problem, matrices }: MomentRequest): Moment {
  const start = performance.now();
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const error = errorOf(workspace);
  const finish = (rest: Omit<Moment, 'error' | 'milliseconds'>): Moment => ({
    error,
    ...rest,
    milliseconds: performance.now() - start,
  });
  if (overBudget(W, [...matrices, 'exact', 'gauss-newton', 'residual']))
    return finish({
      relativeErrors: {},
      residualShare: NaN,
      exact: extremesOfProducts((v) => rProduct(workspace, v), W),
      gaussNewton: extremesOfProducts((v) => gaussNewtonProduct(workspace, v), W),
    });
  const H = matrixOf('exact').compute(workspace);
  const G = matrixOf('gauss-newton').compute(workspace);
  const most = Math.max(MOST_OPERATIONS, TIMES_EXACT * matrixOf('exact').operations(workspace));
  const relativeErrors: Partial<Record<MatrixId, number>> = {};
  for (const id of matrices) {
    const entry = matrixOf(id);
    if ((entry.unavailable?.(problem) ?? null) !== null || entry.role !== 'approximation') continue;
    if (entry.operations(workspace) > most) continue;
    relativeErrors[id] = relativeDifference(entry.compute(workspace), H.values, W);
  }
  return finish({
    relativeErrors,
    residualShare: frobenius(matrixOf('residual').compute(workspace)) / frobenius(H),
    exact: extremeEigenvalues(H, W),
    gaussNewton: extremeEigenvalues(G, W),
  });
}
