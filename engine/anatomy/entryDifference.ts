import { gradientSteps } from '../curvature/gradientDifferences.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gradientAt } from '../products/atWeights.ts';

/** An entry of H by differences, and the step ε of the row's weight. */
export interface EntryDifference {
  readonly value: number;
  readonly step: number;
}

/**
 * One entry by central differences of the gradient (PRML 5.91):
 * `{∂E/∂w_q(w + ε e_r) − ∂E/∂w_q(w − ε e_r)} / 2ε`, weight decay included. O(N W).
 */
export function entryDifference(workspace: Workspace, row: number, column: number): EntryDifference {
  const { parameters } = workspace.problem;
  const step = gradientSteps(parameters.subarray(row, row + 1))[0];
  const slopeAt = (by: number): number => {
    const w = parameters.slice();
    w[row] += by;
    return gradientAt(workspace, w)[column];
  };
  return { value: (slopeAt(step) - slopeAt(-step)) / (2 * step), step };
}
