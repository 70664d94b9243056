import { drawnNetwork, type DrawnNetwork } from './drawn.ts';
import type { RecurrentPatterns } from './network.ts';
import { DEFAULT_RELAXATION, type RelaxationSettings } from './relax.ts';
import { settle } from './settle.ts';

/** What settles at one gain: the worst of the patterns. */
export interface GainPoint {
  readonly gain: number;
  /** Every pattern settles. */
  readonly settles: boolean;
  /** Largest over the patterns, at their equilibria (stable or not): `ρ(J)`, `max Re λ` and `max |1 − τ + τλ|`. */
  readonly radius: number;
  readonly abscissa: number;
  readonly factor: number;
}

/** O(N n²) a step and O(N n³). */
export function gainPoint(
  network: DrawnNetwork,
  patterns: RecurrentPatterns,
  gain: number,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
): GainPoint {
  const n = network.units;
  const drawn = drawnNetwork({ ...network, gain });
  const all = Array.from({ length: patterns.N }, (_, p) =>
    settle(drawn, patterns.inputs.slice(p * n, (p + 1) * n), settings),
  );
  return {
    gain,
    settles: all.every(({ status }) => status === 'settled'),
    radius: Math.max(...all.map(({ radius }) => radius)),
    abscissa: Math.max(...all.map(({ abscissa }) => abscissa)),
    factor: Math.max(...all.map(({ factor }) => factor)),
  };
}

const HALVINGS = 12;

/**
 * The least gain of a rising list from which on the network does not settle, found more closely by halving between it and
 * the one before; null where it settles at all of them. A few settlings.
 */
export function leastUnstableGain(
  network: DrawnNetwork,
  patterns: RecurrentPatterns,
  points: readonly GainPoint[],
  settings: RelaxationSettings = DEFAULT_RELAXATION,
): number | null {
  const first = points.findIndex(({ settles }) => !settles);
  if (first < 0) return null;
  if (first === 0) return points[0].gain;
  let [low, high] = [points[first - 1].gain, points[first].gain];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (gainPoint(network, patterns, middle, settings).settles) low = middle;
    else high = middle;
  }
  return high;
}
