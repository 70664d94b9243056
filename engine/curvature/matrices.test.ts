import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../experiment/problem.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { extremeEigenvalues } from '../spectrum/extremes.ts';
import { expectClose } from '../testing/close.ts';
import { explicitProduct } from '../testing/jacobian.ts';
import { onePattern } from '../experiment/onePattern.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { type MatrixId, matrixOf } from './index.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import { createWorkspace } from './createWorkspace.ts';

// Fast and plain paths sum the same products in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;
const RUNS = { numRuns: 300 };

const valuesOf = (problem: Problem, id: MatrixId): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

const diagonalOf = (A: Float64Array, W: number): Float64Array =>
  Float64Array.from({ length: W }, (_, q) => A[q * (W + 1)]);

describe('fast paths against their plain twins', () => {
  test('exact = R-columns', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        expectClose('H', valuesOf(problem, 'exact'), exactByRColumns(problem), REORDERED);
      }),
      RUNS,
    );
  });

  test('Gauss–Newton and outer product = Σ JᵀSJ written out', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const workspace = createWorkspace(problem);
        const { M, Mcut } = workspace.seed;
        expectClose('G', valuesOf(problem, 'gauss-newton'), explicitProduct(workspace, M), REORDERED);
        expectClose('outer', valuesOf(problem, 'outer-product'), explicitProduct(workspace, Mcut), REORDERED);
      }),
      RUNS,
    );
  });

  test('empirical Fisher = Σ g_n g_nᵀ from the gradients of single patterns', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const W = problem.parameters.length;
        const expected = new Float64Array(W * W);
        const c = problem.loss.reduction === 'mean' ? 1 / problem.batch.N : 1;
        for (let n = 0; n < problem.batch.N; n++) {
          const { gradient: g } = errorAndGradient(onePattern(problem, n));
          for (let q = 0; q < W * W; q++) expected[q] += c * g[Math.floor(q / W)] * g[q % W];
        }
        for (let q = 0; q < W; q++) expected[q * (W + 1)] += problem.weightDecay;
        expectClose('F', valuesOf(problem, 'empirical-fisher'), expected, REORDERED);
      }),
      RUNS,
    );
  });

  test('residual = H − G', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const G = valuesOf(problem, 'gauss-newton');
        const sum = valuesOf(problem, 'residual').map((entry, q) => entry + G[q]);
        expectClose('R + G', sum, exactByRColumns(problem), REORDERED);
      }),
      RUNS,
    );
  });
});

describe('facts of MATH section 3', () => {
  test('a linear network has H = G', () => {
    const linear = randomProblem({
      hidden: ['identity'],
      hiddenLayers: { min: 0, max: 0 },
      outputs: ['identity', 'logistic', 'softmax'],
      losses: ['sum-of-squares', 'binary-cross-entropy', 'softmax-cross-entropy'],
    });
    fc.assert(
      fc.property(linear, (problem) => {
        expectClose('H', valuesOf(problem, 'exact'), valuesOf(problem, 'gauss-newton'), REORDERED);
      }),
      RUNS,
    );
  });

  test('outer product = Gauss–Newton for sum of squares with identity and both cross-entropies', () => {
    const usual = [
      randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] }),
      randomProblem({ losses: ['binary-cross-entropy', 'softmax-cross-entropy'] }),
    ];
    fc.assert(
      fc.property(fc.oneof(...usual), (problem) => {
        expectClose('outer', valuesOf(problem, 'outer-product'), valuesOf(problem, 'gauss-newton'), 0);
      }),
      RUNS,
    );
  });

  test('outer product differs from Gauss–Newton where the cut matters', () => {
    const cut = randomProblem({ losses: ['sum-of-squares'], outputs: ['logistic', 'tanh'] });
    fc.assert(
      fc.property(cut, (problem) => {
        const [O, G] = [valuesOf(problem, 'outer-product'), valuesOf(problem, 'gauss-newton')];
        const difference = O.reduce((top, entry, q) => Math.max(top, Math.abs(entry - G[q])), 0);
        expect(difference).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test('one hidden layer and outputs that do not mix: the diagonal approximation is exact', () => {
    const one = randomProblem({
      hiddenLayers: { min: 1, max: 1 },
      losses: ['sum-of-squares', 'binary-cross-entropy'],
      outputs: ['identity', 'logistic', 'tanh'],
    });
    fc.assert(
      fc.property(one, (problem) => {
        const H = diagonalOf(valuesOf(problem, 'exact'), problem.parameters.length);
        expectClose('diagonal', valuesOf(problem, 'diagonal'), H, REORDERED);
      }),
      RUNS,
    );
  });

  test('Gauss–Newton, outer product and empirical Fisher are positive semi-definite where B is', () => {
    const convex = randomProblem({
      losses: ['sum-of-squares', 'binary-cross-entropy', 'softmax-cross-entropy'],
      outputs: ['identity', 'logistic', 'softmax'],
    });
    fc.assert(
      fc.property(convex, (problem) => {
        const workspace = createWorkspace(problem);
        const ids: MatrixId[] = ['outer-product', 'empirical-fisher'];
        if (workspace.seed.M === workspace.seed.Mcut) ids.push('gauss-newton');
        for (const id of ids) {
          const { smallest, bound } = extremeEigenvalues(
            matrixOf(id).compute(workspace),
            problem.parameters.length,
          );
          expect(smallest, id).toBeGreaterThanOrEqual(-10 * bound);
        }
      }),
      RUNS,
    );
  });
});
