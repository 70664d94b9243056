import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { positive, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Gradient and Hv regressed from random perturbations of the weights. */
export const perturbation = study(
  v.strictObject({ sigma: positive(10), samples: whole(2, 100_000), seed: whole(0, LIMITS.seed) }),
  { sigma: 0.01, samples: 1000, seed: 1 },
);
