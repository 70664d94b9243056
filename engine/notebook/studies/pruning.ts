import * as v from 'valibot';
import { oneOf, real } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Optimal Brain Damage and Surgeon against magnitude pruning. */
export const pruning = study(
  v.strictObject({
    figure: oneOf('figure', ['race', 'predictions']),
    matrix: oneOf('matrix', ['exact', 'gauss-newton', 'outer-product']),
    /** λ on H's diagonal, for the surgeon alone. */
    damping: real(0, 1e6),
    /** Whether H is computed anew after each deletion. */
    renew: v.boolean('true or false is needed'),
    /** How much E may grow in the race: the threshold is E before the first deletion and that much. */
    rise: real(0, 1e6),
    /** Whether predictions take in gᵀδw. */
    gradient: v.boolean('true or false is needed'),
  }),
  { figure: 'race', matrix: 'exact', damping: 1e-4, renew: true, rise: 1, gradient: false },
);
