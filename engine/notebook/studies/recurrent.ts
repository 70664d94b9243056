import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** A small recurrent network that settles to an equilibrium. */
export const recurrent = study(
  v.strictObject({ units: whole(2, 12), gain: real(0, 10), seed: whole(0, LIMITS.seed) }),
  { units: 5, gain: 0.8, seed: 1 },
);
