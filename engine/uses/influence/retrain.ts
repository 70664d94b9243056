import type { Problem } from '../../experiment/problem.ts';
import { errorAndGradient } from '../../products/ofProblem.ts';
import { type Descent, minimise, minimumOf, type Minimum } from '../minimise.ts';
import { type DataEdit, editedProblem, patternOf, patternTerms } from './dataEdit.ts';
import type { Change } from './influence.ts';

/** What retraining found, and how it ended. */
export interface Retrained extends Change {
  readonly minimum: Minimum;
}

/**
 * Really retrains after an edit: Levenberg–Marquardt from the old weights, then Newton (minimise). O(N W² + W³) a step.
 * @param steps Levenberg–Marquardt's at most
 * @throws what editedProblem throws
 */
export const retrain = (problem: Problem, edit: DataEdit, steps?: number): Retrained =>
  retrainedTo(problem, edit, minimise(editedProblem(problem, edit).problem, steps));

/** What retraining that got as far as this has changed. O(N W). */
export const retrainedBy = (problem: Problem, edit: DataEdit, descent: Descent): Retrained =>
  retrainedTo(problem, edit, minimumOf(editedProblem(problem, edit).problem, descent));

function retrainedTo(problem: Problem, edit: DataEdit, minimum: Minimum): Retrained {
  const { scale } = editedProblem(problem, edit);
  const { parameters } = minimum;
  const { input, target } = edit.kind === 'move' ? edit : patternOf(problem, edit.n);
  const before = patternTerms(problem, input, target).E;
  return {
    minimum,
    dw: parameters.map((weight, q) => weight - problem.parameters[q]),
    error: scale * minimum.error - errorAndGradient(problem).error,
    patternError: patternTerms({ ...problem, parameters }, input, target).E - before,
  };
}
