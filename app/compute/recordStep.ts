import type { Experiment } from '../../engine/experiment/document.ts';
import { LIMITS } from '../../engine/experiment/limits.ts';
import type { StepError } from '../state/training.ts';

/** Whether one document continues the run that another stood in. */
const continues = (before: Experiment, { training }: Experiment): boolean =>
  training.step > 0 &&
  (before.training.step === 0
    ? training.start === before.parameters
    : training.start === before.training.start);

/** Whether both stand in one run, one of them perhaps further back in it. */
const sameCourse = (before: Experiment, { training }: Experiment): boolean =>
  training.curve === before.training.curve && training.curve.errors.length > 0;

/**
 * Adds how far the outer product is from the exact Hessian at the document's step. A run that starts over
 * or takes another course forgets what came later; every second point goes when there are too many.
 */
export function recordStep(
  points: readonly StepError[],
  before: Experiment | undefined,
  experiment: Experiment,
  relativeError: number,
): readonly StepError[] {
  const { step } = experiment.training;
  const along = before !== undefined && sameCourse(before, experiment);
  const later = along ? points.filter((point) => point.step > step) : [];
  const continued = before !== undefined && continues(before, experiment);
  const known = along ? Infinity : continued ? before.training.step : -1;
  const earlier = points.filter((point) => point.step < step && point.step <= known);
  if (!Number.isFinite(relativeError)) return [...earlier, ...later];
  const kept = earlier.length < LIMITS.curve ? earlier : earlier.filter((_, index) => index % 2 === 0);
  return [...kept, { step, relativeError }, ...later];
}
