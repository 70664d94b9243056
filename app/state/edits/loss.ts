import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { Reduction } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { LossKind } from '../../../engine/losses/index.ts';
import type { Edit } from '../experiment.ts';
import { outputFor } from './targets.ts';
import { restartTraining } from './training.ts';

/**
 * Chooses the loss; the output activation becomes the loss's usual one when the two don't go together.
 * @throws `data.set is sine: binary cross-entropy needs 0 or 1`
 */
export const setLoss =
  (kind: LossKind): Edit =>
  (experiment) => {
    const { loss, network, data } = experiment;
    if (loss.kind === kind) return experiment;
    const problem = targetsProblem(kind, data);
    if (problem !== null) throw new Error(problem);
    const layers = network.layers.map((layer, index) => {
      const activation = outputFor(kind, layer.activation);
      return index < network.layers.length - 1 || activation === layer.activation
        ? layer
        : { ...layer, activation };
    });
    return restartTraining({ ...experiment, loss: { ...loss, kind }, network: { ...network, layers } });
  };

/** Adds the patterns' errors up, or takes their mean. */
export const setReduction =
  (reduction: Reduction): Edit =>
  (experiment) =>
    experiment.loss.reduction === reduction
      ? experiment
      : restartTraining({ ...experiment, loss: { ...experiment.loss, reduction } });

/**
 * Sets α of the weight decay (α/2)‖w‖².
 * @throws `weight decay is -1: allowed 0 to 1000000`
 */
export const setWeightDecay =
  (weightDecay: number): Edit =>
  (experiment) => {
    if (!(weightDecay >= 0 && weightDecay <= LIMITS.weightDecay))
      throw new Error(`weight decay is ${weightDecay}: allowed 0 to ${LIMITS.weightDecay}`);
    return experiment.weightDecay === weightDecay
      ? experiment
      : restartTraining({ ...experiment, weightDecay });
  };
