import { type MatrixId, matrixOf } from '../curvature/index.ts';
import type { MatrixValues } from '../curvature/matrix.ts';
import type { Workspace } from '../curvature/workspace.ts';

/**
 * A matrix of the list for a workspace.
 * @throws `closed-form needs one hidden layer, network has: 2` and the like, where the list has none for this problem
 */
export function chosenMatrix(workspace: Workspace, id: MatrixId): MatrixValues {
  const matrix = matrixOf(id);
  const reason = matrix.unavailable?.(workspace.problem) ?? null;
  if (reason !== null) throw new Error(`no ${matrix.label} matrix: ${reason}`);
  return matrix.compute(workspace);
}

/** `s A + t I`, a copy. O(entries). */
export function scaledPlus({ form, values }: MatrixValues, W: number, s: number, t: number): MatrixValues {
  const copy = values.map((entry) => s * entry);
  const step = form === 'dense' ? W + 1 : 1;
  for (let q = 0; q < copy.length; q += step) copy[q] += t;
  return { form, values: copy };
}
