import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { oneOf, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** The spectrum of a matrix from products alone, beside the exact one. */
export const density = study(
  v.strictObject({
    matrix: oneOf('matrix', ['exact', 'gauss-newton']),
    probes: whole(1, 64),
    steps: whole(2, 64),
    seed: whole(0, LIMITS.seed),
  }),
  { matrix: 'exact', probes: 8, steps: 16, seed: 1 },
);
