import { batchOf } from '../../engine/data/batch.ts';
import type { Batch, DataSpec, Experiment, Problem } from '../../engine/experiment/document.ts';

const batches = new WeakMap<DataSpec, Batch>();
const problems = new WeakMap<Experiment, Problem>();

function batchOnce(data: DataSpec): Batch {
  const known = batches.get(data);
  if (known !== undefined) return known;
  const batch = batchOf(data);
  batches.set(data, batch);
  return batch;
}

/** What the engine needs of a document. The patterns are drawn once for each data section. */
export function problemOf(experiment: Experiment): Problem {
  const known = problems.get(experiment);
  if (known !== undefined) return known;
  const { network, loss, weightDecay, data, parameters } = experiment;
  const problem = {
    network,
    loss,
    weightDecay,
    parameters: Float64Array.from(parameters),
    batch: batchOnce(data),
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
