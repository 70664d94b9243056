import { useCallback } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { useWork } from '../../lenses/useWork.ts';
import { CALL_MILLISECONDS } from '../shared/calls.ts';
import type { Edit } from '../../state/experiment.ts';

/** Beyond so many steps the error has no minimum near, or is very flat. */
const STEPS = 1500;

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
      const ask = {
        problem: problemOf(experiment),
        steps: STEPS,
        budgetMilliseconds: CALL_MILLISECONDS,
      };
      let found = await run('minimum', { ...ask, from: null });
      while (!found.descent.over) found = await run('minimum', { ...ask, from: found.descent });
      const { status, steps, parameters } = found;
      if (status === 'diverged' && steps === 0) throw new Error('no step from these weights is finite');
      onEdit(moveTo(experiment, parameters));
    });
  }, [start, experiment, onEdit]);
  return { ...work, train };
}
