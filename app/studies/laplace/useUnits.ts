import { useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { useWork } from '../../lenses/useWork.ts';
import { compareUnits, type UnitPoint } from './compareUnits.ts';
import { createShelf } from './shelf.ts';
import type { UnitNetwork } from './unitNetworks.ts';

export interface UnitsState {
  readonly points: readonly UnitPoint[];
  readonly running: boolean;
  readonly problem: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

const shelf = createShelf<readonly UnitPoint[]>();

/** Networks with few and many hidden units, trained and compared; they stay for the same data, α, β and settings. */
export function useUnits(
  experiment: Experiment,
  networks: readonly UnitNetwork[],
  settings: StudySettings['laplace'],
): UnitsState {
  const { running, problem, start, cancel } = useWork();
  const [, setCount] = useState(0);
  const { network, data, loss, weightDecay, initialisation } = experiment;
  const { matrix, beta, units, seeds, hyperparameters } = settings;
  const key = [data, loss, weightDecay, initialisation.scale, matrix, beta, units, seeds, hyperparameters];
  return {
    points: shelf.find(network, key) ?? [],
    running,
    problem,
    start() {
      const put = (points: readonly UnitPoint[]): void => {
        shelf.put(network, key, points);
        setCount((count) => count + 1);
      };
      let points: readonly UnitPoint[] = [];
      put(points);
      start((run) =>
        compareUnits(run, experiment, networks, settings, (point) => {
          points = [...points, point];
          put(points);
        }),
      );
    },
    cancel,
  };
}
