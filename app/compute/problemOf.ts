import type { Experiment } from '../../engine/experiment/document.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { batchFor } from '../state/batch.ts';

const problems = new WeakMap<Experiment, Problem>();

/** What the engine needs of a document. */
export function problemOf(experiment: Experiment): Problem {
  const known = problems.get(experiment);
  if (known !== undefined) return known;
  const { network, loss, weightDecay, data, parameters } = experiment;
  const problem = {
    network,
    loss,
    weightDecay,
    parameters: Float64Array.from(parameters),
    batch: batchFor(data),
  };
  problems.set(experiment, problem);
  return problem;
}

/** Whether two documents pose the very same problem, by identity of their parts. */
export const sameProblem = (a: Experiment, b: Experiment): boolean =>
  a.network === b.network &&
  a.loss === b.loss &&
  a.weightDecay === b.weightDecay &&
  a.data === b.data &&
  a.parameters === b.parameters;
