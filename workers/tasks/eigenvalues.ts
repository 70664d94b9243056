import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import { allEigenvalues, MOST_EIGENVALUES } from '../../engine/spectrum/allEigenvalues.ts';
import { runToEnd } from '../../engine/spectrum/runToEnd.ts';
import { isDense } from '../budget.ts';
import type { Eigenvalues, EigenvaluesRequest } from '../protocol.ts';
import { spectraSteps } from './spectraSteps.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

/** All eigenvalues of one matrix of the list up to W = 400 (of a diagonal always); beyond, its two ends by Lanczos. */
export function eigenvalues({ problem, matrix }: EigenvaluesRequest): Eigenvalues {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const { label, unavailable, compute } = matrixOf(matrix);
  const none = { matrix, values: new Float64Array(0), complete: false, bound: NaN };
  const why = unavailable?.(problem) ?? null;
  if (why !== null) return { ...none, refused: `${label} does not exist here: ${why}.` };
  const work = whyTooMuchWork(matrix, workspace);
  if (work !== null) return { ...none, refused: work };
  if (W <= MOST_EIGENVALUES || !isDense(matrix)) {
    const values = allEigenvalues(compute(workspace), W);
    const norm = Math.max(Math.abs(values[0] ?? NaN), Math.abs(values[W - 1] ?? NaN));
    return { matrix, values, complete: true, bound: W * Number.EPSILON * norm, refused: null };
  }
  const ends = runToEnd(spectraSteps(problem, [matrix], {}))[matrix];
  if (ends === undefined) {
    return { ...none, refused: `${label} is left out: with W = ${W} it does not fit in memory beside H.` };
  }
  const values = Float64Array.of(ends.largest, ends.smallest);
  return { matrix, values, complete: false, bound: ends.bound, refused: null };
}
