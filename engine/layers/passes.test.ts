import fc from 'fast-check';
import { test } from 'vitest';
import { checkPasses } from '../testing/checkPasses.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';

test('all passes of dense networks', () => {
  fc.assert(fc.property(randomProblem({ hidden: smoothKinds }), checkPasses), { numRuns: 100 });
});

test('all passes of networks over images', () => {
  // A step of 1e-3 in a weight moves what a window compares by a few times that.
  const smooth = randomImageProblem({ hidden: smoothKinds, margin: 0.02 });
  fc.assert(fc.property(smooth, checkPasses), { numRuns: 60 });
});
