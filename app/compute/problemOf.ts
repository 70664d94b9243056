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

/** The parts of a document that its problem is made of. */
export const problemParts = ({
  network,
  loss,
  weightDecay,
  data,
  parameters,
}: Experiment): readonly unknown[] => [network, loss, weightDecay, data, parameters];

/** Whether two lists hold the very same objects. */
export const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((part, index) => part === b[index]);

/** Whether two documents pose the very same problem, by identity of their parts. */
export const sameProblem = (a: Experiment, b: Experiment): boolean =>
  sameParts(problemParts(a), problemParts(b));
