import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { listOf, oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** So many that all states are gone through at once, and the patterns are few. */
const VISIBLE = 4;
const HIDDEN = 3;
const unit = whole(0, VISIBLE + HIDDEN);

/** A small Boltzmann machine, enumerated and sampled. */
export const boltzmann = study(
  v.strictObject({
    visible: whole(1, VISIBLE),
    hidden: whole(0, HIDDEN),
    states: oneOf('states', ['0/1', '±1']),
    temperature: real(0.05, 100),
    /** What the visible units are shown. */
    data: oneOf('data', ['one-hot', 'parity', 'runs', 'random']),
    seed: whole(0, LIMITS.seed),
    /** Deviation of the drawn weights. */
    scale: real(0, 20),
    /** Weights set by hand, of pairs; unit 0 is always on. */
    changed: listOf(
      v.strictObject({ i: unit, j: unit, value: real(-100, 100) }),
      0,
      ((VISIBLE + HIDDEN + 1) * (VISIBLE + HIDDEN)) / 2,
    ),
    /** The pair at hand; of a smaller machine the last unit. */
    selected: v.strictObject({ i: unit, j: unit }),
    direction: oneOf('direction', ['unit', 'seed']),
    directionSeed: whole(0, LIMITS.seed),
    /** States drawn in each phase: 64 · 4^level. */
    level: whole(0, 5),
    samplingSeed: whole(0, LIMITS.seed),
    quantity: oneOf('quantity', ['p', 'Rp', 'gradient', 'Hv']),
  }),
  {
    visible: 3,
    hidden: 2,
    states: '0/1',
    temperature: 1,
    data: 'one-hot',
    seed: 1,
    scale: 1,
    changed: [],
    selected: { i: 1, j: 2 },
    direction: 'seed',
    directionSeed: 1,
    level: 3,
    samplingSeed: 1,
    quantity: 'p',
  },
);
