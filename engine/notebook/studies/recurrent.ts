import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { listOf, oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** So many that the Hessian of all n² weights is quick. */
const UNITS = 8;
const unit = whole(0, UNITS - 1);

/** A small recurrent network that settles to an equilibrium. */
export const recurrent = study(
  v.strictObject({
    view: oneOf('figure', ['settling', 'stability', 'derivatives']),
    units: whole(2, UNITS),
    activation: oneOf('activation', ['tanh', 'logistic']),
    /** Deviation of the drawn weights times √n. */
    gain: real(0, 20),
    seed: whole(0, LIMITS.seed),
    /** Weights set by hand: the gain does not scale them. */
    changed: listOf(v.strictObject({ from: unit, to: unit, value: real(-100, 100) }), 0, UNITS ** 2),
    /** The weight at hand; of a smaller network the last unit. */
    selected: v.strictObject({ from: unit, to: unit }),
    patterns: whole(1, 3),
    /** The pattern on show; beyond the last it is the last. */
    pattern: whole(0, 2),
    /** Units with targets, the last ones. */
    targets: whole(1, UNITS),
    /** τ of the relaxation. */
    rate: real(0.05, 1),
    curves: oneOf('curves', ['y', 'z', 'Ry', 'Rz', 'movement']),
    /** Along the weight at hand, or drawn. */
    direction: oneOf('direction', ['unit', 'seed']),
    directionSeed: whole(0, LIMITS.seed),
  }),
  {
    view: 'settling',
    units: 5,
    activation: 'tanh',
    gain: 0.8,
    seed: 1,
    changed: [],
    selected: { from: 0, to: 1 },
    patterns: 2,
    pattern: 0,
    targets: 2,
    rate: 0.5,
    curves: 'y',
    direction: 'seed',
    directionSeed: 1,
  },
);
