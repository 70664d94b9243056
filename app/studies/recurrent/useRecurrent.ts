import { useMemo } from 'react';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { useTask } from '../../lenses/useTask.ts';
import type { RecurrentModel } from '../../../workers/protocol/recurrent.ts';

type Settings = StudySettings['recurrent'];

/** The model in the settings, the very same object for as long as its numbers are. */
export function useModel(settings: Settings): RecurrentModel {
  const { units, activation, gain, seed, changed, patterns, targets, rate } = settings;
  return useMemo(
    () => ({ units, activation, gain, seed, changed, patterns, targets, rate }),
    [units, activation, gain, seed, changed, patterns, targets, rate],
  );
}

/** The weight at hand: of a smaller network that of the last unit. */
export const selectedOf = ({ selected: { from, to }, units }: Settings) => ({
  from: Math.min(from, units - 1),
  to: Math.min(to, units - 1),
});

/** The network settled, with its derivatives. */
export function useRecurrent(settings: Settings, model: RecurrentModel) {
  const { direction, directionSeed } = settings;
  const { from, to } = selectedOf(settings);
  const along = direction === 'seed' ? directionSeed : `${from} ${to}`;
  const request = useMemo(
    () => ({ ...model, direction: typeof along === 'number' ? { seed: along } : { from, to } }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the weight at hand matters only for a unit vector
    [model, along],
  );
  return useTask('recurrent', request);
}
