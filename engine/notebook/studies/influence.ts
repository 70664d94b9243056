import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** What one pattern does to weights, fit and error, predicted and really retrained. */
export const influence = study(
  v.strictObject({
    figure: oneOf('figure', ['fit', 'weights', 'all']),
    /** From 0; the last, where there are fewer. */
    pattern: whole(0, LIMITS.patterns - 1),
    change: oneOf('change', ['remove', 'move']),
    /** What is added to the target of a moved pattern; classes have none. */
    by: real(-100, 100),
    matrix: oneOf('matrix', ['exact', 'gauss-newton']),
    /** λ on H's diagonal. */
    damping: real(0, 1e6),
  }),
  { figure: 'fit', pattern: 0, change: 'remove', by: 0.5, matrix: 'exact', damping: 0 },
);
