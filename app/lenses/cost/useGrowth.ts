import { useState } from 'react';
import { useWork } from '../useWork.ts';
import { type GrowthPoint, grownMethods, measureGrowth } from './growth.ts';
import type { GrownNetwork } from './grownNetworks.ts';

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

/** Times and counts over growing networks, as they are measured; those of other networks are forgotten. */
export function useGrowth(networks: readonly GrownNetwork[]): Growth {
  const { running, problem, start, cancel } = useWork();
  const [measured, setMeasured] = useState<Measured>({ networks, points: [], done: 0 });
  const own = measured.networks === networks;
  return {
    points: own ? measured.points : [],
    running: running && own,
    done: own ? measured.done : 0,
    of: networks.length * grownMethods.length,
    problem,
    start() {
      setMeasured({ networks, points: [], done: 0 });
      start((run) =>
        measureGrowth(networks, run, (point, done) => {
          setMeasured((before) =>
            before.networks === networks
              ? { networks, done, points: point === null ? before.points : [...before.points, point] }
              : before,
          );
        }),
      );
    },
    cancel,
  };
}
