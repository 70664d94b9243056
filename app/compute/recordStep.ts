import type { Experiment } from '../../engine/experiment/document.ts';
import { LIMITS } from '../../engine/experiment/limits.ts';
import type { StepError } from '../state/training.ts';

/** Whether one document continues the run that another stood in. */
const continues = (before: Experiment, { training }: Experiment): boolean =>
  training.step > 0 &&
  (before.training.step === 0
    ? training.start === before.parameters
    : training.start === before.training.start);

/**
 * Adds how far the outer product is from the exact Hessian at the document's step. A run that starts over
 * or goes back forgets what came later; every second point goes when there are too many.
 */
export function recordStep(
  points: readonly StepError[],
  before: Experiment | undefined,
  experiment: Experiment,
  relativeError: number,
): readonly StepError[] {
  const { step } = experiment.training;
  const earlier =
    before !== undefined && continues(before, experiment) ? points.filter((point) => point.step < step) : [];
  if (!Number.isFinite(relativeError)) return earlier;
  const kept = earlier.length < LIMITS.curve ? earlier : earlier.filter((_, index) => index % 2 === 0);
  return [...kept, { step, relativeError }];
}
