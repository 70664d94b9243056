import { frobenius, largestEntry, relativeDifference, trace } from '../../engine/curvature/compare.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { isDense, overBudget } from '../budget.ts';
import type { MatrixResult, Snapshot, SnapshotRequest } from '../protocol.ts';

/** ‖A − H‖/‖H‖, and ‖A‖/‖H‖ for a part of H; NaN when the exact Hessian is not affordable. */
function relativeErrorOf(id: MatrixId, matrix: MatrixValues, exact: MatrixValues | null, W: number): number {
  if (exact === null) return NaN;
  if (matrixOf(id).role === 'part') return frobenius(matrix) / frobenius(exact);
  return relativeDifference(matrix, exact.values, W);
}

/** A matrix and how long it took, the passes it was the first to need included. */
interface Timed {
  readonly matrix: MatrixValues;
  readonly milliseconds: number;
}

function timed(id: MatrixId, workspace: Workspace): Timed {
  const start = performance.now();
  const matrix = matrixOf(id).compute(workspace);
  return { matrix, milliseconds: performance.now() - start };
}

const resultOf = (
  id: MatrixId,
  { matrix, milliseconds }: Timed,
  workspace: Workspace,
  exact: MatrixValues | null,
): MatrixResult => ({
  ...matrix,
  order: workspace.topology.W,
  cells: null,
  largest: largestEntry(matrix),
  relativeError: relativeErrorOf(id, matrix, exact, workspace.topology.W),
  trace: trace(matrix, workspace.topology.W),
  operations: matrixOf(id).operations(workspace),
  milliseconds,
});

/** Error, gradient and the matrices on show, from shared passes. Dense ones only within the memory budget. */
export function snapshot({ problem, matrices }: SnapshotRequest): Snapshot {
  const start = performance.now();
  const workspace = createWorkspace(problem);
  const tooLarge = overBudget(workspace.topology.W, matrices);
  const shown = matrices.filter(
    (id) => !(tooLarge && isDense(id)) && (matrixOf(id).unavailable?.(problem) ?? null) === null,
  );
  const exact = shown.some(isDense) ? timed('exact', workspace) : null;
  const results: Partial<Record<MatrixId, MatrixResult>> = {};
  for (const id of shown) {
    const found = id === 'exact' && exact !== null ? exact : timed(id, workspace);
    results[id] = resultOf(id, found, workspace, exact?.matrix ?? null);
  }
  return {
    error: errorOf(workspace),
    gradient: gradientOf(workspace),
    matrices: results,
    milliseconds: performance.now() - start,
  };
}
