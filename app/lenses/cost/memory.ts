import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';

/** What a method costs does not depend on the weights. */
export const sameCost = (a: Experiment, b: Experiment): boolean =>
  a.network === b.network &&
  a.data === b.data &&
  a.loss === b.loss &&
  a.estimation === b.estimation &&
  a.direction === b.direction;

/** What was measured of a network outlives the lens that measured it: times are dear. */
export interface Memory<T> {
  recall(experiment: Experiment): T | null;
  keep(experiment: Experiment, value: T): void;
}

export function createMemory<T>(): Memory<T> {
  const known = new WeakMap<NetworkSpec, { readonly experiment: Experiment; readonly value: T }>();
  return {
    recall(experiment) {
      const found = known.get(experiment.network);
      return found !== undefined && sameCost(found.experiment, experiment) ? found.value : null;
    },
    keep(experiment, value) {
      known.set(experiment.network, { experiment, value });
    },
  };
}
