import * as v from 'valibot';
import { oneOf, positive, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Systems (A + λI)x = b: Cholesky, conjugate gradients, Neumann series; Gauss–Newton and Levenberg–Marquardt steps. */
export const solve = study(
  v.strictObject({
    figure: oneOf('figure', ['methods', 'blocks', 'steps']),
    matrix: oneOf('matrix', ['exact', 'gauss-newton', 'outer-product']),
    damping: real(0, 1e6),
    /** Of Neumann's series: s times the largest |eigenvalue|. */
    scale: positive(4),
    /** At most, of each method. */
    products: whole(1, 1000),
    against: oneOf('measure', ['residual', 'error']),
  }),
  {
    figure: 'methods',
    matrix: 'gauss-newton',
    damping: 0.1,
    scale: 1,
    products: 200,
    against: 'residual',
  },
);
