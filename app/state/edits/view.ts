import { type MatrixId, matrixIds } from '../../../engine/curvature/index.ts';
import type { ViewSpec } from '../../../engine/experiment/document.ts';
import type { Edit } from '../experiment.ts';

/** Shows these matrices, in the order of the list; at least one stays. */
export const setMatrices =
  (shown: readonly MatrixId[]): Edit =>
  (experiment) => {
    const matrices = matrixIds.filter((id) => shown.includes(id));
    if (matrices.length === 0) throw new Error('matrices on show is 0: at least one stays');
    const before = experiment.view.matrices;
    if (matrices.length === before.length && matrices.every((id) => before.includes(id))) return experiment;
    return { ...experiment, view: { ...experiment.view, matrices } };
  };

/** One colour scale for all matrices on show, or one each. */
export const setScale =
  (scale: ViewSpec['scale']): Edit =>
  (experiment) =>
    experiment.view.scale === scale ? experiment : { ...experiment, view: { ...experiment.view, scale } };

/** A linear or a symmetric-log colour scale. */
export const setTransfer =
  (transfer: ViewSpec['transfer']): Edit =>
  (experiment) =>
    experiment.view.transfer === transfer
      ? experiment
      : { ...experiment, view: { ...experiment.view, transfer } };
