import type { MatrixValues } from '../../curvature/matrix.ts';
import type { Workspace } from '../../curvature/workspace.ts';
import { errorOf } from '../../products/gradient.ts';
import { errorsAt } from '../../products/errorsAt.ts';
import { chosenMatrix } from '../chosenMatrix.ts';
import { byDamage, byMagnitude, bySurgeon, type Deletions, type PruningSettings } from './deletions.ts';

/** The indices of all W weights and biases. */
export const everyWeight = (W: number): readonly number[] => Array.from({ length: W }, (_, q) => q);

/**
 * What deleting each weight does by a rule, at the problem's weights: predicted ΔE (|w_q| by magnitude) and δw.
 * The predictions leave the gradient out: they are meant for a minimum. O(N W² + W³) with a dense matrix.
 * @param left indices of the weights that are not deleted yet; all unless told otherwise
 * @param H the matrix to use in place of the one computed at these weights
 * @throws `damping must not be below zero, damping is: -1`, and that H is not positive definite (bySurgeon)
 */
export function saliencies(
  workspace: Workspace,
  { rule, matrix, damping }: PruningSettings,
  left: readonly number[] = everyWeight(workspace.topology.W),
  H?: MatrixValues,
): Deletions {
  const w = workspace.problem.parameters;
  if (!(damping >= 0)) throw new Error(`damping must not be below zero, damping is: ${damping}`);
  if (rule === 'magnitude') return byMagnitude(w, left);
  const curvature = H ?? chosenMatrix(workspace, matrix);
  if (rule === 'optimal-brain-damage') return byDamage(curvature, w, left);
  return bySurgeon(curvature, w, left, damping);
}

/**
 * The true `ΔE = E(w + δw) − E(w)` of deletions, one for each of `indices`, weight decay included: with
 * `change` of Optimal Brain Damage or magnitude, w_q is set to zero; with Optimal Brain Surgeon's, the others
 * move. One forward pass each: O(indices · N W).
 */
export function trueChanges(
  workspace: Workspace,
  change: Deletions['change'],
  indices: readonly number[] = everyWeight(workspace.topology.W),
): Float64Array {
  const w = workspace.problem.parameters;
  const E = errorOf(workspace);
  const errorAt = errorsAt(workspace);
  return Float64Array.from(indices, (q) => {
    const d = change(q);
    return errorAt(w.map((weight, p) => (p === q ? 0 : weight + d[p]))) - E;
  });
}
