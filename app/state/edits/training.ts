import { DEFAULTS } from '../../../engine/experiment/defaults.ts';
import type { Experiment, TrainingSpec } from '../../../engine/experiment/document.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { OptimiserId } from '../../../engine/uses/optimisers/index.ts';
import type { TrainReply } from '../../../workers/protocol.ts';
import type { Edit } from '../experiment.ts';
import type { RunPoint } from '../recording.ts';

/** Where a run stood: enough to go back to it. */
export interface Checkpoint {
  readonly parameters: readonly number[];
  readonly training: TrainingSpec;
}

export const checkpointOf = ({ parameters, training }: Experiment): Checkpoint => ({ parameters, training });

/** A training section at step 0 with an empty curve; method and learning rate stay. */
export const freshTraining = (training: Pick<TrainingSpec, 'method' | 'learningRate'>): TrainingSpec => ({
  method: training.method,
  learningRate: training.learningRate,
  step: 0,
  damping: DEFAULTS.training.damping,
  curve: DEFAULTS.training.curve,
});

const isFresh = ({ step, damping, start, curve }: TrainingSpec): boolean =>
  step === 0 && damping === DEFAULTS.training.damping && start === undefined && curve.errors.length === 0;

/** The run begins anew from the weights on screen: after a change of data, network or loss. */
export function restartTraining(experiment: Experiment): Experiment {
  return isFresh(experiment.training)
    ? experiment
    : { ...experiment, training: freshTraining(experiment.training) };
}

export const setMethod =
  (method: OptimiserId): Edit =>
  (experiment) =>
    experiment.training.method === method
      ? experiment
      : { ...experiment, training: { ...experiment.training, method } };

export const setLearningRate =
  (learningRate: number): Edit =>
  (experiment) => {
    if (!(learningRate > 0 && learningRate <= LIMITS.learningRate))
      throw new Error(`learning rate is ${learningRate}: allowed above 0 up to ${LIMITS.learningRate}`);
    return experiment.training.learningRate === learningRate
      ? experiment
      : { ...experiment, training: { ...experiment.training, learningRate } };
  };

/** Back to the very weights the run began from; at step 0 they are on screen already. */
export const resetToStart: Edit = (experiment) => {
  const { step, start } = experiment.training;
  if (step === 0) return restartTraining(experiment);
  const parameters = start ?? initialParameters(experiment.network, experiment.initialisation);
  return restartTraining({ ...experiment, parameters });
};

/**
 * Appends the error after each step, and keeps every second one as often as the limit demands. What the curve had
 * beyond `step` was another course: it goes.
 */
function extendCurve(
  curve: TrainingSpec['curve'],
  step: number,
  before: number,
  errors: ArrayLike<number>,
): TrainingSpec['curve'] {
  let { stride } = curve;
  let kept = curve.errors.slice(0, Math.floor(step / stride) + 1);
  const place = (at: number, error: number): void => {
    if (at !== stride * kept.length) return;
    kept.push(error);
    if (kept.length <= LIMITS.curve) return;
    kept = kept.filter((_, index) => index % 2 === 0);
    stride *= 2;
  };
  place(step, before);
  for (let k = 0; k < errors.length; k++) place(step + k + 1, errors[k] ?? NaN);
  return { stride, errors: kept };
}

/** Takes over what a slice of training found: weights, steps, curve; the start is remembered at step 0. */
export const applyTrainReply =
  (reply: TrainReply): Edit =>
  (experiment) => {
    const steps = reply.errors.length;
    const { training } = experiment;
    if (steps === 0) return experiment;
    return {
      ...experiment,
      parameters: Array.from(reply.parameters),
      training: {
        ...training,
        step: training.step + steps,
        damping: reply.damping,
        start: training.step === 0 ? experiment.parameters : (training.start ?? experiment.parameters),
        curve: extendCurve(training.curve, training.step, reply.before, reply.errors),
      },
    };
  };

/** Along the run to another of its points. The curve stays whole until training goes on from there. */
export const goAlong =
  ({ step, parameters, damping }: Omit<RunPoint, 'error'>): Edit =>
  (experiment) => {
    const { training } = experiment;
    if (training.step === step && experiment.parameters === parameters) return experiment;
    return { ...experiment, parameters, training: { ...training, step, damping } };
  };

/** Back to where the run stood; method and learning rate stay as they are now. */
export const goBack =
  (to: Checkpoint): Edit =>
  (experiment) => ({
    ...experiment,
    parameters: to.parameters,
    training: {
      ...to.training,
      method: experiment.training.method,
      learningRate: experiment.training.learningRate,
    },
  });
