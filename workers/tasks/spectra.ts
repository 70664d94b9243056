import { matrixOf } from '../../engine/curvature/index.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { extremeEigenvalues } from '../../engine/spectrum/extremes.ts';
import { isDense, overBudget } from '../budget.ts';
import type { Extremes, SnapshotRequest, Spectra } from '../protocol.ts';

/** The extreme eigenvalues of the matrices on show that fit the memory budget. */
export function spectra({ problem, matrices }: SnapshotRequest): Spectra {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const tooLarge = overBudget(W, matrices);
  const found: Partial<Record<(typeof matrices)[number], Extremes>> = {};
  for (const id of matrices) {
    if (tooLarge && isDense(id)) continue;
    found[id] = extremeEigenvalues(matrixOf(id).compute(workspace), W);
  }
  return found;
}
