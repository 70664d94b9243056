import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** A small Boltzmann machine, enumerated and sampled. */
export const boltzmann = study(
  v.strictObject({
    visible: whole(1, 6),
    hidden: whole(0, 6),
    samples: whole(10, 100_000),
    seed: whole(0, LIMITS.seed),
  }),
  { visible: 3, hidden: 2, samples: 1000, seed: 1 },
);
