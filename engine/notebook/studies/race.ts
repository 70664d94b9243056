import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { listOf, oneOf, positive, real, whole } from '../../experiment/shapeParts.ts';
import { racerIds } from '../../uses/race/index.ts';
import { study } from './study.ts';

const weight = whole(0, LIMITS.parameters - 1);

/** Optimisers from the same start. */
export const race = study(
  v.strictObject({
    methods: listOf(oneOf('method', racerIds), 1, racerIds.length),
    iterations: whole(1, 1000),
    learningRate: positive(LIMITS.learningRate),
    momentum: real(0, 0.9999),
    /** λ on the diagonal; Levenberg–Marquardt begins with it. */
    damping: real(0, 1e6),
    naturalRate: positive(10),
    length: oneOf('length of steps', ['full', 'halved']),
    shows: oneOf('quantity', ['error', 'gradient']),
    against: oneOf('axis', ['iterations', 'time']),
    /** The plane of the paths: their own, or that of two weights. */
    plane: oneOf('plane', ['paths', 'weights']),
    first: weight,
    second: weight,
  }),
  {
    methods: ['gradient-descent', 'momentum', 'newton', 'levenberg-marquardt', 'newton-cg'],
    iterations: 100,
    learningRate: 0.01,
    momentum: 0.9,
    damping: 0,
    naturalRate: 0.5,
    length: 'full',
    shows: 'error',
    against: 'iterations',
    plane: 'paths',
    first: 0,
    second: 1,
  },
);
