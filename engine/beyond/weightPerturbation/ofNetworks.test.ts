import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { rankTwo } from '../../curvature/rankTwo.ts';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { errorOf, gradientOf } from '../../products/gradient.ts';
import { rProduct } from '../../products/hessianVector.ts';
import { randomProblem, smoothKinds } from '../../testing/randomProblem.ts';
import { convergence } from './convergence.ts';
import { perturb } from './perturbations.ts';
import { rankTwoChange } from './product.ts';

const times = (H: Float64Array, x: Float64Array): Float64Array =>
  x.map((_, row) => dot(H, row * x.length, x, 0, x.length));

const small = randomProblem({ layers: 'dense', hidden: smoothKinds, outputs: ['identity'] }).filter(
  ({ parameters }) => parameters.length <= 15 && parameters.length > 2,
);

test('½ Δwᵀ Ĥ Δw is that of the rank-two matrix of the list', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
      const W = problem.parameters.length;
      const workspace = createWorkspace(problem);
      const v = workspace.direction;
      const dw = gaussians(seed, W);
      const { values } = rankTwo.compute(workspace);
      const expected = 0.5 * dot(dw, 0, times(values, dw), 0, W);
      const size = Math.sqrt(dot(values, 0, values, 0, W * W)) * dot(dw, 0, dw, 0, W);
      const computed = rankTwoChange(v, rProduct(workspace, v))(dw);
      expect(Math.abs(computed - expected)).toBeLessThanOrEqual(1e-13 * size);
    }),
    { numRuns: 60 },
  );
});

test('of a network: error and expected error fall together, like 1/√S, to backprop’s gradient and product', () => {
  const [problem] = fc.sample(small, { numRuns: 1, seed: 3 });
  const workspace = createWorkspace(problem);
  const error = errorOf(workspace);
  const change = (dw: Float64Array): number =>
    errorOf(
      createWorkspace({ ...problem, parameters: problem.parameters.map((weight, i) => weight + dw[i]) }),
    ) - error;
  const W = problem.parameters.length;
  const v = gaussians(8, W);
  // Small enough that third derivatives move the gradient by less than a standard error.
  const samples = perturb(change, W, { sigma: 0.02, samples: 4000, seed: 2 });
  const truth = { gradient: gradientOf(workspace), product: rProduct(workspace, v) };
  const [first, last] = convergence(samples, v, truth, [250, 4000]);
  for (const estimate of ['plain', 'centred', 'rankTwo', 'regressed', 'product'] as const) {
    for (const point of [first, last]) {
      const ratio = point[estimate].error / point[estimate].expected;
      expect(ratio, estimate).toBeGreaterThan(0.3);
      expect(ratio, estimate).toBeLessThan(2);
    }
    const fall = first[estimate].expected / last[estimate].expected;
    expect(fall, estimate).toBeGreaterThan(3);
    expect(fall, estimate).toBeLessThan(5.3);
  }
});
