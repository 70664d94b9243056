import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** What one pattern does to weights, fit and error, predicted and really retrained. */
export const influence = study(
  v.strictObject({
    pattern: whole(0, LIMITS.patterns - 1),
    change: oneOf('change', ['remove', 'move']),
    by: real(-LIMITS.magnitude, LIMITS.magnitude),
  }),
  { pattern: 0, change: 'remove', by: 0.5 },
);
