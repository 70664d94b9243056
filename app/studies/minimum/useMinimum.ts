import { useCallback } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { useWork } from '../../lenses/useWork.ts';
import type { Edit } from '../../state/experiment.ts';

/** Steps of one call, and calls: beyond that the error has no minimum near, or is very flat. */
const STEPS = 25;
const CALLS = 60;

/** Other weights for the network that they were computed for; beyond what a document may hold none. */
export const moveTo =
  (from: Pick<Experiment, 'network'>, parameters: Float64Array): Edit =>
  (experiment) => {
    const isAllowed = parameters.every((weight) => Math.abs(weight) <= LIMITS.magnitude);
    return experiment.network === from.network && isAllowed
      ? { ...experiment, parameters: Array.from(parameters) }
      : experiment;
  };

/** Trains the experiment to rest in the workers, by Levenberg–Marquardt and then Newton: one change to undo. */
export function useMinimum(experiment: Experiment, onEdit: (change: Edit) => void) {
  const { start, ...work } = useWork();
  const train = useCallback(() => {
    start(async (run) => {
      let parameters: Float64Array | null = null;
      for (let call = 0; call < CALLS; call++) {
        const problem = problemOf(experiment);
        const from: Float64Array = parameters ?? problem.parameters;
        const found = await run('minimum', { problem: { ...problem, parameters: from }, steps: STEPS });
        if (found.status === 'diverged') break;
        ({ parameters } = found);
        if (found.status === 'rest') break;
      }
      if (parameters === null) throw new Error('no step from these weights is finite');
      onEdit(moveTo(experiment, parameters));
    });
  }, [start, experiment, onEdit]);
  return { ...work, train };
}
