import { useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { useWork } from '../../lenses/useWork.ts';
import { createShelf } from './shelf.ts';
import type { Matrix } from './laplaceWords.ts';
import { type Estimation, estimate, MOST_ROUNDS } from './reestimate.ts';
import { isRegression } from './whyNot.ts';

export interface EstimationState {
  /** Null before the first. */
  readonly estimation: Estimation | null;
  readonly running: boolean;
  readonly problem: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

const shelf = createShelf<Estimation>();

/** Rounds of re-estimation from the experiment's weights, α and β. They stay while only these change. */
export function useEstimation(experiment: Experiment, matrix: Matrix, beta: number): EstimationState {
  const { running, problem, start, cancel } = useWork();
  const { network, data, loss } = experiment;
  const key = [data, loss, matrix];
  const [, setCount] = useState(0);
  return {
    estimation: shelf.find(network, key),
    running,
    problem,
    start() {
      const put = (estimation: Estimation): void => {
        shelf.put(network, key, estimation);
        setCount((count) => count + 1);
      };
      put({ rounds: [], ended: null });
      start(async (run) => {
        const from = {
          problem: problemOf(experiment),
          beta: isRegression(experiment) ? beta : 1,
          matrix,
          fresh: null,
          mostRounds: MOST_ROUNDS,
        };
        put(await estimate(run, from, put));
      });
    },
    cancel,
  };
}
