import { type MatrixId, matrixOf } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { batchFor } from '../state/batch.ts';

const problems = new WeakMap<Experiment, Problem>();

/** What the engine needs of a document. */
export function problemOf(experiment: Experiment): Problem {
  const known = problems.get(experiment);
  if (known !== undefined) return known;
  const { network, loss, weightDecay, data, parameters, estimation, direction } = experiment;
  const problem = {
    network,
    loss,
    weightDecay,
    parameters: Float64Array.from(parameters),
    batch: batchFor(data),
    estimation,
    direction,
  };
  problems.set(experiment, problem);
  return problem;
}

/** The parts of a document that its problem is made of; what estimates draw on is not among them. */
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

/** What one matrix draws on, of the document's estimation and direction. */
const drawnParts = (id: MatrixId, { estimation, direction }: Experiment): readonly unknown[] =>
  (matrixOf(id).draws ?? []).map((part) => (part === 'direction' ? direction : estimation[part]));

/** The parts of a document that its matrices on show are made of. */
export const matricesParts = (experiment: Experiment): readonly unknown[] => {
  const { matrices } = experiment.view;
  return [...problemParts(experiment), matrices, ...matrices.flatMap((id) => drawnParts(id, experiment))];
};

/** Whether the matrices on show are the very same for two documents. */
export const sameMatrices = (a: Experiment, b: Experiment): boolean =>
  sameParts(matricesParts(a), matricesParts(b));

/** Whether a matrix is the very same for two documents. */
export const sameMatrix = (id: MatrixId, a: Experiment, b: Experiment): boolean =>
  sameProblem(a, b) && sameParts(drawnParts(id, a), drawnParts(id, b));
