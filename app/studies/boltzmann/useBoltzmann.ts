import { useMemo } from 'react';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { BoltzmannModel } from '../../../workers/protocol/boltzmann.ts';
import { useRuns } from '../../lenses/useRuns.ts';
import { useTask } from '../../lenses/useTask.ts';

type Settings = StudySettings['boltzmann'];

/** States drawn in each phase at a level: 64, 256, … */
export const drawnAt = (level: number): number => 64 * 4 ** level;

const CHAINS = 8;

/** The pair at hand, i < j: of a smaller machine that of the last unit. */
export function selectedOf({ selected, visible, hidden }: Settings) {
  const last = visible + hidden;
  const [a, b] = [Math.min(selected.i, last), Math.min(selected.j, last)];
  if (a === b) return a === 0 ? { i: 0, j: 1 } : { i: a - 1, j: a };
  return { i: Math.min(a, b), j: Math.max(a, b) };
}

/** The machine in the settings, the very same object for as long as its numbers are. */
function useMachine(settings: Settings): BoltzmannModel {
  const { visible, hidden, states, temperature, data, seed, scale, changed } = settings;
  const { direction, directionSeed } = settings;
  const { i, j } = selectedOf(settings);
  const along = direction === 'seed' ? directionSeed : `${i} ${j}`;
  return useMemo(
    () => ({
      ...{ visible, hidden, states, temperature, data, seed, scale, changed },
      direction: typeof along === 'number' ? { seed: along } : { i, j },
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the pair at hand matters only for a unit vector
    [visible, hidden, states, temperature, data, seed, scale, changed, along],
  );
}

/** The machine enumerated, and sampled with more and more states up to those asked for. */
export function useBoltzmann(settings: Settings) {
  const model = useMachine(settings);
  const { level, samplingSeed } = settings;
  const requests = useMemo(
    () =>
      Array.from({ length: level + 1 }, (_, one) => ({
        model,
        sweeps: drawnAt(one) / CHAINS,
        seed: samplingSeed,
      })),
    [model, level, samplingSeed],
  );
  return { exact: useTask('boltzmann', model), sampled: useRuns('boltzmannSample', requests) };
}
