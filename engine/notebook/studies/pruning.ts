import * as v from 'valibot';
import { oneOf, real } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Optimal Brain Damage and Surgeon against magnitude pruning. */
export const pruning = study(
  v.strictObject({
    matrix: oneOf('matrix', ['exact', 'gauss-newton', 'outer-product']),
    damping: real(0, 1e6),
    figure: oneOf('figure', ['race', 'predictions']),
  }),
  { matrix: 'exact', damping: 1e-4, figure: 'race' },
);
