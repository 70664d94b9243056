import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** The spectrum of a matrix from products alone, beside the exact one. */
export const density = study(
  v.strictObject({
    matrix: oneOf('matrix', ['exact', 'gauss-newton']),
    /** λ of the log-determinant of A + λI. */
    damping: real(0, 1e6),
    probes: whole(2, 64),
    steps: whole(1, 64),
    seed: whole(0, LIMITS.seed),
    axis: oneOf('axis', ['linear', 'log']),
    /** Of the smoothing, as a part of the axis. */
    width: real(0.002, 0.2),
  }),
  { matrix: 'exact', damping: 0, probes: 8, steps: 16, seed: 1, axis: 'log', width: 0.02 },
);
