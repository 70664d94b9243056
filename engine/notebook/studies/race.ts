import * as v from 'valibot';
import { optimiserIds } from '../../uses/optimisers/index.ts';
import { listOf, oneOf, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Optimisers from the same start. */
export const race = study(
  v.strictObject({
    methods: listOf(oneOf('method', optimiserIds), 1, optimiserIds.length),
    iterations: whole(1, 1000),
    against: oneOf('axis', ['iterations', 'time']),
  }),
  { methods: ['gradient-descent', 'levenberg-marquardt'], iterations: 50, against: 'iterations' },
);
