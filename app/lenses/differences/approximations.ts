import { matrixOf, type MatrixId } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';

/** Whether a matrix approximates H and exists for this network and loss. */
const isApproximation = (id: MatrixId, experiment: Experiment): boolean =>
  matrixOf(id).role === 'approximation' && (matrixOf(id).unavailable?.(experiment) ?? null) === null;

/** The approximations on show, in their order. */
export const approximationsOf = (experiment: Experiment): readonly MatrixId[] =>
  experiment.view.matrices.filter((id) => isApproximation(id, experiment));

/** The one that was chosen, where it is on show; else the first. */
export const chosenOf = (shown: readonly MatrixId[], chosen: MatrixId | undefined): MatrixId | null =>
  chosen !== undefined && shown.includes(chosen) ? chosen : (shown[0] ?? null);
