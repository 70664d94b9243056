import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import type { Setting } from '../../../engine/curvature/matrix.ts';
import { useExperiment } from '../../state/useLab.ts';

/** Why a matrix does not exist for this network and loss: `needs one hidden layer, network has 2`; null if it does. */
export const whyUnavailable = (id: MatrixId, setting: Setting): string | null =>
  matrixOf(id).unavailable?.(setting) ?? null;

/** The same for the document on screen. */
export const useWhyUnavailable = (id: MatrixId): string | null =>
  useExperiment(({ experiment }) => whyUnavailable(id, experiment));
