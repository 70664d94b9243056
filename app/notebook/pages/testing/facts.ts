import { createWorkspace } from '../../../../engine/curvature/createWorkspace.ts';
import { type MatrixId, matrixOf } from '../../../../engine/curvature/index.ts';
import { batchOf } from '../../../../engine/data/batch.ts';
import type { Experiment } from '../../../../engine/experiment/document.ts';
import type { Problem } from '../../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../../engine/network/topology.ts';
import type { Notebook } from '../../../../engine/notebook/notebook.ts';
import { engineApi } from '../../../../workers/engineApi.ts';
import type { TrainReply } from '../../../../workers/protocol.ts';
import { snapshotOf } from '../../../../workers/testing/snapshotOf.ts';

/** Experiment k of a page, in the order of its cells. */
export function experimentOf({ cells }: Notebook, k: number): Experiment {
  const found = cells.flatMap((cell) => (cell.kind === 'experiment' ? [cell.experiment] : []))[k];
  if (found === undefined) throw new Error(`page has no experiment: ${k}`);
  return found;
}

export const problemOf = (experiment: Experiment): Problem => ({
  ...experiment,
  parameters: Float64Array.from(experiment.parameters),
  batch: batchOf(experiment.data),
});

/** A document whose weights are those after training by its own method, and how it went. */
export function train(experiment: Experiment, steps = 400): { trained: Experiment; reply: TrainReply } {
  const { method, learningRate, damping } = experiment.training;
  const problem = problemOf(experiment);
  const rest = { budgetMilliseconds: 60_000, reference: null };
  const reply = engineApi.train({ problem, method, learningRate, damping, steps, ...rest });
  return { trained: { ...experiment, parameters: Array.from(reply.parameters) }, reply };
}

export const trained = (experiment: Experiment, steps?: number): Experiment =>
  train(experiment, steps).trained;

/** What the figures say of an experiment. */
export function factsOf(experiment: Experiment) {
  const problem = problemOf(experiment);
  const W = experiment.parameters.length;
  const matricesOf = (...ids: readonly MatrixId[]) => snapshotOf(problem, ['exact', ...ids]).matrices;
  const result = (id: MatrixId) => {
    const found = matricesOf(id)[id];
    if (found === undefined) throw new Error(`no matrix: ${id}`);
    return found;
  };
  return {
    problem,
    W,
    topology: topologyOf(experiment.network),
    error: (): number => snapshotOf(problem, []).error,
    gradient: (): Float64Array => snapshotOf(problem, []).gradient,
    values: (id: MatrixId): Float64Array => result(id).values,
    at: (id: MatrixId, row: number, column: number): number => result(id).values[row * W + column] ?? NaN,
    /** ‖A − H‖ / ‖H‖; of a part of H its share of ‖H‖. */
    off: (id: MatrixId): number => result(id).relativeError,
    operations: (id: MatrixId): number => matrixOf(id).operations(createWorkspace(problem)),
    /** The largest first. */
    eigenvalues: (id: MatrixId): readonly number[] =>
      Array.from(engineApi.eigenvalues({ problem, matrix: id }).values),
  };
}

/** ‖a − b‖ / ‖b‖. */
export const relative = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (entry, q) => entry - (b[q] ?? NaN))) / Math.hypot(...Array.from(b));
