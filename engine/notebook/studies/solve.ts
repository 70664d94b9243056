import * as v from 'valibot';
import { oneOf, real } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Systems (A + λI)x = b: Cholesky, conjugate gradients, Neumann series; Gauss–Newton and Levenberg–Marquardt steps. */
export const solve = study(
  v.strictObject({
    matrix: oneOf('matrix', ['exact', 'gauss-newton', 'outer-product']),
    damping: real(0, 1e6),
  }),
  { matrix: 'gauss-newton', damping: 0.1 },
);
