import type { Problem } from '../../experiment/problem.ts';
import { errorAndGradient } from '../../products/ofProblem.ts';
import { minimise, type Minimum } from '../minimise.ts';
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
export function retrain(problem: Problem, edit: DataEdit, steps?: number): Retrained {
  const { problem: edited, scale } = editedProblem(problem, edit);
  const minimum = minimise(edited, steps);
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
