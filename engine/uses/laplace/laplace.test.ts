import fc from 'fast-check';
import { inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { matrixOf } from '../../curvature/index.ts';
import { gaussians } from '../../data/random.ts';
import type { Problem } from '../../experiment/problem.ts';
import { topologyOf } from '../../network/topology.ts';
import { expectClose } from '../../testing/close.ts';
import { differenceOfOutputs } from '../../testing/finiteDifferences.ts';
import { randomProblem, smoothKinds } from '../../testing/randomProblem.ts';
import { minimise } from '../minimise.ts';
import { logEvidence, reestimate } from './evidence.ts';
import { type Hyperparameters, hyperparametersOf, mapProblem, weightDecayOf } from './model.ts';
import { laplacePosterior } from './posterior.ts';
import { predictive } from './predictive.ts';

/** Bayesian linear regression: everything is Gaussian, so Laplace's approximation is exact. */
const linear = randomProblem({
  hiddenLayers: { min: 0, max: 0 },
  losses: ['sum-of-squares'],
  outputs: ['identity'],
  patterns: { min: 2, max: 12 },
});
const hyper = fc.record({
  alpha: fc.double({ min: 0.1, max: 3, noNaN: true }),
  beta: fc.double({ min: 0.3, max: 20, noNaN: true }),
});

const trainedFor = (problem: Problem, hyperparameters: Hyperparameters): Problem => ({
  ...problem,
  parameters: minimise(mapProblem(problem, hyperparameters)).parameters,
});

describe('any network', () => {
  const regression = randomProblem({
    losses: ['sum-of-squares'],
    outputs: ['identity', 'tanh', 'logistic', 'softmax'],
    hidden: smoothKinds,
    hiddenLayers: { min: 0, max: 2 },
  });

  test('the variance is 1/β + gᵀA⁻¹g with g from differences and A⁻¹ of a library', () => {
    fc.assert(
      fc.property(regression, fc.constantFrom('gauss-newton', 'kfac', 'diagonal'), (problem, matrix) => {
        const { beta, alpha } = { alpha: 1.5, beta: 2 };
        const W = problem.parameters.length;
        let posterior;
        try {
          posterior = laplacePosterior(problem, { alpha, beta }, matrix);
        } catch (refusal) {
          // Sum of squares behind a curved output: its Gauss–Newton matrix, cut at a, may be indefinite.
          expect(String(refusal)).toMatch(/is not positive definite/);
          return;
        }
        const { form, values } = posterior.A;
        const A = form === 'dense' ? Matrix.from1DArray(W, W, values) : Matrix.diag([...values]);
        const { variance } = predictive(posterior, problem.batch.inputs);
        const columns = Array.from({ length: W }, (_, q) => {
          const unit = new Float64Array(W);
          unit[q] = 1;
          return differenceOfOutputs(problem, unit, 'y');
        });
        const G = new Matrix(columns.map((column) => [...column]));
        const expected = G.transpose().mmul(inverse(A)).mmul(G).diag();
        // Richardson's differences are right to 1e-9 or so.
        expectClose(
          'variance',
          variance,
          expected.map((x) => x + 1 / beta),
          1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('A is β times the sum over patterns plus α, whatever reduction and weight decay the problem has', () => {
    fc.assert(
      fc.property(randomProblem({ losses: ['sum-of-squares'] }), hyper, (problem, { alpha, beta }) => {
        const plain = createWorkspace({
          ...problem,
          loss: { ...problem.loss, reduction: 'sum' },
          weightDecay: 0,
        });
        const W = problem.parameters.length;
        const G = matrixOf('outer-product').compute(plain).values;
        const A = G.map((entry, at) => beta * entry + (at % (W + 1) === 0 ? alpha : 0));
        const posterior = laplacePosterior(problem, { alpha, beta }, 'outer-product');
        expectClose('A', posterior.A.values, A, 1e-14);
        // The matrix of E itself, at the weight decay that belongs to α and β, is A in other units.
        const weightDecay = weightDecayOf(problem, { alpha, beta });
        const own = { ...problem, weightDecay };
        const c = problem.loss.reduction === 'mean' ? 1 / problem.batch.N : 1;
        const H = matrixOf('outer-product').compute(createWorkspace(own)).values;
        expectClose(
          'H',
          H.map((entry) => (entry * beta) / c),
          A,
          1e-13,
        );
        const back = hyperparametersOf(own, beta);
        expectClose('α', [back.alpha], [alpha], 1e-14);
      }),
      { numRuns: 60 },
    );
  });
});

const logistic: Problem = {
  network: {
    input: [1],
    layers: [{ name: 'y', kind: 'dense', units: 1, activation: 'logistic', from: ['input'] }],
  },
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  weightDecay: 0.5,
  parameters: Float64Array.of(0, 0),
  batch: {
    N: 40,
    inputs: gaussians(8, 40),
    targets: Float64Array.from({ length: 40 }, (_, n) =>
      gaussians(8, 40)[n] + gaussians(9, 40)[n] > 0.2 ? 1 : 0,
    ),
  },
};

describe('classes', () => {
  const problem = trainedFor(logistic, { alpha: 0.5, beta: 1 });
  const posterior = laplacePosterior(problem, { alpha: 0.5, beta: 1 });

  test('two weights: the evidence is near the integral over a grid, and nearer the more the prior says', () => {
    /** `ln ∫ p(D|w) p(w) dw` by sums over a square around w_MAP. */
    function integral(alpha: number, [w0, b0]: Float64Array): number {
      const { inputs, targets } = logistic.batch;
      const step = 0.04;
      let sum = 0;
      for (let w = w0 - 6; w <= w0 + 6; w += step) {
        for (let b = b0 - 6; b <= b0 + 6; b += step) {
          let ln = Math.log(alpha / (2 * Math.PI)) - (alpha / 2) * (w * w + b * b);
          for (let n = 0; n < inputs.length; n++) {
            const a = w * inputs[n] + b;
            ln -= Math.log1p(Math.exp(targets[n] === 1 ? -a : a));
          }
          sum += Math.exp(ln) * step * step;
        }
      }
      return Math.log(sum);
    }
    const off = [0.5, 50].map((alpha) => {
      const at = trainedFor(logistic, { alpha, beta: 1 });
      return Math.abs(logEvidence(laplacePosterior(at, { alpha, beta: 1 })) - integral(alpha, at.parameters));
    });
    expect(off[0]).toBeLessThan(0.1);
    expect(off[1]).toBeLessThan(0.01);
  });

  test('moderated probabilities are near the integral of σ(a) over the Gaussian of a', () => {
    const inputs = Float64Array.from({ length: 41 }, (_, n) => -10 + n / 2);
    const { y, variance, moderated } = predictive(posterior, inputs);
    inputs.forEach((x, n) => {
      const a = problem.parameters[0] * x + problem.parameters[1];
      const deviation = Math.sqrt(variance[n]);
      let sum = 0;
      for (let z = -8; z <= 8; z += 0.01)
        sum += (0.01 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / (1 + Math.exp(-a - deviation * z));
      // The probit's λ² = π/8 leaves about 0.02 at worst (Spiegelhalter & Lauritzen 1990).
      expect(Math.abs(moderated[n] - sum)).toBeLessThan(0.02);
      expect(Math.abs(moderated[n] - 0.5)).toBeLessThanOrEqual(Math.abs(y[n] - 0.5));
      expectClose(
        'p',
        [moderated[n]],
        [1 / (1 + Math.exp(-a / Math.sqrt(1 + (Math.PI * variance[n]) / 8)))],
        1e-12,
      );
    });
  });

  test('softmax outputs are eased one by one, and are those of w_MAP where the prior leaves no doubt', () => {
    const softmax = randomProblem({ losses: ['softmax-cross-entropy'], hidden: ['tanh'] });
    fc.assert(
      fc.property(softmax, (drawn) => {
        const K = topologyOf(drawn.network).outputUnits;
        const certain = predictive(laplacePosterior(drawn, { alpha: 1e14, beta: 1 }), drawn.batch.inputs);
        expectClose('p', certain.moderated, certain.y, 1e-10);
        const open = predictive(
          laplacePosterior(drawn, { alpha: 20, beta: 1 }, 'gauss-newton'),
          drawn.batch.inputs,
        );
        const a = createWorkspace(drawn).forward.a.at(-1) ?? [];
        for (let n = 0; n < drawn.batch.N; n++) {
          const eased = Array.from({ length: K }, (_, k) =>
            Math.exp(a[n * K + k] / Math.sqrt(1 + (Math.PI * open.variance[n * K + k]) / 8)),
          );
          const total = eased.reduce((sum, x) => sum + x, 0);
          const own = open.moderated.subarray(n * K, (n + 1) * K);
          expectClose(
            'p',
            own,
            eased.map((x) => x / total),
            1e-12,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('what has no posterior is refused with the reason', () => {
  const [problem] = fc.sample(linear, { numRuns: 1, seed: 1 });
  const at =
    (alpha: number, beta: number, of = problem) =>
    () =>
      laplacePosterior(of, { alpha, beta });
  expect(at(0, 1)).toThrow('prior needs alpha above zero, alpha is: 0');
  expect(at(1, 0)).toThrow('noise needs beta above zero, beta is: 0');
  expect(at(1, 2, logistic)).toThrow('cross-entropy has no noise, beta must be 1, beta is: 2');
  expect(at(1, 1, { ...problem, loss: { kind: 'cauchy', reduction: 'sum' } })).toThrow(
    'Laplace approximation needs sum of squares or a cross-entropy, loss is: cauchy',
  );
  // Two tanh units with targets far off: the residual part outweighs a weak prior.
  const bent: Problem = {
    network: {
      input: [1],
      layers: [
        { name: 'hidden', kind: 'dense', units: 2, activation: 'tanh', from: ['input'] },
        { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['hidden'] },
      ],
    },
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0,
    parameters: Float64Array.of(0.9, -0.4, 0.2, 0.5, 1, -1, 0),
    batch: { N: 2, inputs: Float64Array.of(-1, 1), targets: Float64Array.of(9, -5) },
  };
  expect(at(0.1, 1, bent)).toThrow(
    /^A with the matrix Exact is not positive definite, eigenvalues above, at and below zero: \d, 0, [1-9]$/,
  );
  expect(laplacePosterior(bent, { alpha: 0.1, beta: 1 }, 'gauss-newton').gamma).toBeGreaterThan(0);
  const zero = { ...problem, parameters: problem.parameters.map(() => 0) };
  expect(() => reestimate(laplacePosterior(zero, { alpha: 1, beta: 1 }))).toThrow('weights are all zero');
});
