import { frobenius, largestEntry, relativeDifference, trace } from '../../engine/curvature/compare.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import { createWorkspace, type Workspace } from '../../engine/curvature/workspace.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { isDense, overBudget } from '../budget.ts';
import type { MatrixResult, Snapshot, SnapshotRequest } from '../protocol.ts';

/** ‖A − H‖/‖H‖, and ‖R‖/‖H‖ for the residual R = H − G; NaN when the exact Hessian is not affordable. */
function relativeErrorOf(id: MatrixId, matrix: MatrixValues, exact: MatrixValues | null, W: number): number {
  if (exact === null) return NaN;
  if (id === 'residual') return frobenius(matrix) / frobenius(exact);
  return relativeDifference(matrix, exact.values, W);
}

function matrixResult(id: MatrixId, workspace: Workspace, exact: MatrixValues | null): MatrixResult {
  const start = performance.now();
  const matrix = matrixOf(id).compute(workspace);
  const milliseconds = performance.now() - start;
  const { W } = workspace.topology;
  return {
    ...matrix,
    largest: largestEntry(matrix),
    relativeError: relativeErrorOf(id, matrix, exact, W),
    trace: trace(matrix, W),
    operations: matrixOf(id).operations(workspace),
    milliseconds,
  };
}

/** Error, gradient and the matrices on show, from shared passes. Dense ones only within the memory budget. */
export function snapshot({ problem, matrices }: SnapshotRequest): Snapshot {
  const start = performance.now();
  const workspace = createWorkspace(problem);
  const tooLarge = overBudget(workspace.topology.W, matrices);
  const shown = tooLarge ? matrices.filter((id) => !isDense(id)) : matrices;
  const exact = shown.some(isDense) ? matrixOf('exact').compute(workspace) : null;
  const results: Partial<Record<MatrixId, MatrixResult>> = {};
  for (const id of shown) results[id] = matrixResult(id, workspace, exact);
  return {
    error: errorOf(workspace),
    gradient: gradientOf(workspace),
    matrices: results,
    milliseconds: performance.now() - start,
  };
}
