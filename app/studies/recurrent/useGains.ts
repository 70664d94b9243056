import { useMemo } from 'react';
import type { GainPoint, RecurrentModel } from '../../../workers/protocol/recurrent.ts';
import { useRuns } from '../../lenses/useRuns.ts';

/** Where gains end that are looked at, if the gain chosen is below: the logistic slope is a quarter of tanh's. */
const TOP = { tanh: 4, logistic: 16 } as const;
const POINTS = 40;
/** Gains of one short call; neighbouring calls share one, so that no threshold falls between them. */
const AT_ONCE = 5;

export interface Gains {
  readonly points: readonly GainPoint[];
  /** The least gain from which on it does not settle, or null. */
  readonly threshold: number | null;
  readonly top: number;
}

/** Whether the network settles, at gains from 0 on. */
export function useGains(model: RecurrentModel) {
  const { units, activation, gain, seed, changed, patterns, targets, rate } = model;
  const top = Math.max(TOP[activation], Math.ceil(1.25 * gain));
  const requests = useMemo(() => {
    const fixed = { units, activation, gain: 0, seed, changed, patterns, targets, rate };
    const gains = Array.from({ length: POINTS + 1 }, (_, k) => (k * top) / POINTS);
    return Array.from({ length: POINTS / AT_ONCE }, (_, call) => ({
      model: fixed,
      gains: gains.slice(call * AT_ONCE, (call + 1) * AT_ONCE + 1),
    }));
  }, [units, activation, seed, changed, patterns, targets, rate, top]);
  const { results, busy, done, of, problem } = useRuns('recurrentGains', requests);
  const found = useMemo((): Gains | null => {
    if (results === null) return null;
    const points = results.flatMap(({ points: some }, call) => (call === 0 ? some : some.slice(1)));
    const threshold = results.find((result) => result.threshold !== null)?.threshold ?? null;
    return {
      points,
      threshold: points[0]?.settles === false ? points[0].gain : threshold,
      top: points.at(-1)?.gain ?? 0,
    };
  }, [results]);
  return { found, busy, done, of, problem };
}
