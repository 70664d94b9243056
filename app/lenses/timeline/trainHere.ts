import type { Experiment } from '../../../engine/experiment/document.ts';
import { optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { applyTrainReply } from '../../state/edits/training.ts';
import type { Edit } from '../../state/experiment.ts';
import { keepPoints, type RunPoint } from '../../state/recording.ts';
import type { RerunRequest } from './rerun.ts';
import { everyFor } from './rerunFor.ts';

/** Enough for a figure: second-order steps go further. */
export const stepsFor = ({ training }: Experiment): number =>
  optimiserOf(training.method).usesLearningRate ? 1000 : 40;

/** What to ask of the workers to train some steps from where the document stands. */
export const trainingRequest = (experiment: Experiment): RerunRequest => ({
  problem: problemOf(experiment),
  settings: experiment.training,
  from: { step: 0, parameters: experiment.parameters, damping: experiment.training.damping },
  until: stepsFor(experiment),
  every: everyFor(stepsFor(experiment)),
  target: null,
  curve: { stride: 1, errors: [] },
});

/** Takes the steps over, all at once, with their recording; nothing when the document changed meanwhile. */
export function takeOver(asked: Experiment, points: readonly RunPoint[], errors: readonly number[]): Edit {
  const last = points.at(-1);
  const after =
    last === undefined
      ? asked
      : applyTrainReply({
          parameters: Float64Array.from(last.parameters),
          before: points[0]?.error ?? NaN,
          errors: Float64Array.from(errors),
          damping: last.damping,
          status: 'running',
        })(asked);
  if (after !== asked) keepPoints(after.training, points);
  return (now) =>
    sameProblem(now, asked) && now.training === asked.training
      ? { ...now, parameters: after.parameters, training: after.training }
      : now;
}
