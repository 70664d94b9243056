import { useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { useWork } from '../useWork.ts';
import { type GrowthPoint, grownMethods, measureGrowth } from './growth.ts';
import type { GrownNetwork } from './grownNetworks.ts';
import { createMemory } from './memory.ts';

export interface Growth {
  readonly points: readonly GrowthPoint[];
  readonly running: boolean;
  readonly done: number;
  readonly of: number;
  readonly problem: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

interface Measured {
  /** For which networks. */
  readonly networks: readonly GrownNetwork[];
  readonly points: readonly GrowthPoint[];
  readonly done: number;
}

const memory = createMemory<readonly GrowthPoint[]>();

/** Times and counts over networks grown from the experiment's, as they are measured. */
export function useGrowth(experiment: Experiment, networks: readonly GrownNetwork[]): Growth {
  const { running, problem, start, cancel } = useWork();
  const [measured, setMeasured] = useState<Measured | null>(null);
  const own = measured?.networks === networks ? measured : null;
  return {
    points: own?.points ?? memory.recall(experiment) ?? [],
    running: running && own !== null,
    done: own?.done ?? 0,
    of: networks.length * grownMethods.length,
    problem,
    start() {
      const points: GrowthPoint[] = [];
      setMeasured({ networks, points: [], done: 0 });
      start((run) =>
        measureGrowth(networks, run, (point, done) => {
          if (point !== null) points.push(point);
          const now = points.slice();
          memory.keep(experiment, now);
          setMeasured({ networks, points: now, done });
        }),
      );
    },
    cancel,
  };
}
