import { comparisonOf } from '../../engine/comparison/comparison.ts';
import { largestEntry } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { MATRIX_BUDGET_MB } from '../../engine/experiment/limits.ts';
import { matrixMegabytes } from '../budget.ts';
import type { Compared, CompareRequest, Comparison } from '../protocol.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

const unavailable = (id: MatrixId, { problem }: Workspace): string | null => {
  const why = matrixOf(id).unavailable?.(problem) ?? null;
  return why === null ? null : `${matrixOf(id).label} does not exist here: ${why}.`;
};

/** Why the differences can't be made at all, or null: H, the matrices and their differences are held together. */
function whyNone(workspace: Workspace, count: number): string | null {
  const megabytes = Math.round((2 * count + 1) * matrixMegabytes(workspace.topology.W));
  if (megabytes > MATRIX_BUDGET_MB) {
    return `These differences need ${megabytes} MB: allowed ${MATRIX_BUDGET_MB} MB. A smaller network or fewer matrices on show fit.`;
  }
  return whyTooMuchWork('exact', workspace);
}

/** Every approximation held against H, from shared passes; what is too large or too slow is left out, with the reason. */
export function compare({ problem, matrices }: CompareRequest): Compared {
  const workspace = createWorkspace(problem);
  const none = whyNone(workspace, matrices.length);
  if (none !== null) return { exact: null, matrices: {}, refused: [none] };
  const H = matrixOf('exact').compute(workspace).values;
  const compared: Partial<Record<MatrixId, Comparison>> = {};
  const refused: string[] = [];
  for (const id of matrices) {
    const why = unavailable(id, workspace) ?? whyTooMuchWork(id, workspace);
    if (why === null) compared[id] = comparisonOf(workspace.topology, matrixOf(id).compute(workspace), H);
    else refused.push(why);
  }
  return {
    exact: { values: H, largest: largestEntry({ form: 'dense', values: H }) },
    matrices: compared,
    refused,
  };
}
