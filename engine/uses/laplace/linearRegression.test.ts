import fc from 'fast-check';
import { determinant, inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { line } from '../../data/line.ts';
import { gaussians } from '../../data/random.ts';
import type { Problem } from '../../experiment/problem.ts';
import { expectClose } from '../../testing/close.ts';
import { randomProblem } from '../../testing/randomProblem.ts';
import { minimise } from '../minimise.ts';
import { evidenceRound, logEvidence } from './evidence.ts';
import { type Hyperparameters, mapProblem } from './model.ts';
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

/** Rows (x, 1). */
function designOf(inputs: Float64Array, D: number): Matrix {
  const N = inputs.length / D;
  return new Matrix(Array.from({ length: N }, (_, n) => [...inputs.subarray(n * D, (n + 1) * D), 1]));
}

/** The marginal covariance of one column of targets, `β⁻¹I + α⁻¹ΦΦᵀ` [N × N]: the weights integrated out. */
function marginalOf(problem: Problem, { alpha, beta }: Hyperparameters): Matrix {
  const Phi = designOf(problem.batch.inputs, problem.network.input[0]);
  return Phi.mmul(Phi.transpose())
    .mul(1 / alpha)
    .add(Matrix.eye(problem.batch.N).mul(1 / beta));
}

/** `Σ_k ln N(t_k | 0, β⁻¹I + α⁻¹ΦΦᵀ)`: the evidence without any weights. */
function gaussianEvidence(problem: Problem, hyperparameters: Hyperparameters): number {
  const { N, targets } = problem.batch;
  const K = targets.length / N;
  const C = marginalOf(problem, hyperparameters);
  const precision = inverse(C);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    const t = Matrix.columnVector(Array.from({ length: N }, (_, n) => targets[n * K + k]));
    const square = t.transpose().mmul(precision).mmul(t).get(0, 0);
    sum -= 0.5 * (square + Math.log(determinant(C)) + N * Math.log(2 * Math.PI));
  }
  return sum;
}

// N ≤ 12, eigenvalues from 1/20 to a few hundred: three or four digits are lost on the way.
const ROUNDED = 1e-10;

describe('Bayesian linear regression', () => {
  test('the evidence is the density of the targets with the weights integrated out', () => {
    fc.assert(
      fc.property(linear, hyper, (drawn, hyperparameters) => {
        const problem = trainedFor(drawn, hyperparameters);
        const posterior = laplacePosterior(problem, hyperparameters);
        const expected = gaussianEvidence(problem, hyperparameters);
        expectClose('ln p(D)', [logEvidence(posterior)], [expected], ROUNDED, 10);
        expect(posterior.gradientNorm).toBeLessThan(1e-8);
      }),
      { numRuns: 150 },
    );
  });

  test('mean and variance of predictions are those of the Gaussian process with the same kernel', () => {
    fc.assert(
      fc.property(linear, hyper, fc.nat(1e6), (drawn, { alpha, beta }, seed) => {
        const problem = trainedFor(drawn, { alpha, beta });
        const D = problem.network.input[0];
        const { N, targets } = problem.batch;
        const K = targets.length / N;
        const inputs = gaussians(seed, 5 * D);
        const { y, variance, moderated } = predictive(laplacePosterior(problem, { alpha, beta }), inputs);
        const Phi = designOf(problem.batch.inputs, D);
        const there = designOf(inputs, D);
        const cross = there.mmul(Phi.transpose()).mul(1 / alpha);
        const weights = cross.mmul(inverse(marginalOf(problem, { alpha, beta })));
        for (let n = 0; n < 5; n++) {
          const own = there.getRowVector(n).mmul(there.getRowVector(n).transpose()).get(0, 0) / alpha;
          const explained = weights.getRowVector(n).mmul(cross.getRowVector(n).transpose()).get(0, 0);
          for (let k = 0; k < K; k++) {
            const t = Matrix.columnVector(Array.from({ length: N }, (_, m) => targets[m * K + k]));
            expectClose('variance', [variance[n * K + k]], [own - explained + 1 / beta], ROUNDED, own);
            expectClose(
              'mean',
              [y[n * K + k]],
              [weights.getRowVector(n).mmul(t).get(0, 0)],
              ROUNDED,
              own * 10,
            );
          }
        }
        expect(moderated).toEqual(y);
      }),
      { numRuns: 100 },
    );
  });

  test('γ is W less α times the trace of A⁻¹', () => {
    fc.assert(
      fc.property(linear, hyper, (problem, hyperparameters) => {
        const { gamma, A } = laplacePosterior(problem, hyperparameters);
        const W = problem.parameters.length;
        const trace = inverse(Matrix.from1DArray(W, W, A.values)).trace();
        expectClose('γ', [gamma], [W - hyperparameters.alpha * trace], ROUNDED, W);
      }),
      { numRuns: 100 },
    );
  });

  test('re-estimates rest where the density of the targets is highest in α and β', () => {
    let problem: Problem = {
      network: {
        input: [1],
        layers: [{ name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['input'] }],
      },
      loss: { kind: 'sum-of-squares', reduction: 'sum' },
      weightDecay: 0,
      parameters: Float64Array.of(0, 0),
      batch: line.draw(40, 0.25, 3),
    };
    let at: Hyperparameters = { alpha: 1, beta: 1 };
    const evidences: number[] = [];
    for (let round = 0; round < 60; round++) {
      const { posterior, next, logEvidence: ln } = evidenceRound(problem, at);
      ({ problem } = posterior);
      evidences.push(ln);
      at = next;
    }
    expect(evidences.at(-1)).toBeGreaterThan(evidences[0]);
    // Noise 0.25 was added: β = 16 but for 40 draws, each estimate off by √(2/40) at most a few times.
    expect(at.beta).toBeGreaterThan(16 / 2);
    expect(at.beta).toBeLessThan(16 * 2);
    const slope = (change: (x: number) => Hyperparameters): number =>
      (gaussianEvidence(problem, change(1e-4)) - gaussianEvidence(problem, change(-1e-4))) / 2e-4;
    // Central differences of a function of size 20: 20 · 1e-16 · digits lost / 1e-4, and 1e-8 of truncation.
    expect(Math.abs(slope((x) => ({ ...at, alpha: at.alpha * Math.exp(x) })))).toBeLessThan(1e-6);
    expect(Math.abs(slope((x) => ({ ...at, beta: at.beta * Math.exp(x) })))).toBeLessThan(1e-6);
  });
});
