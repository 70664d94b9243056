import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { type MatrixId, matrixOf } from '../curvature/index.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { dot } from '../kernels/multiply.ts';
import { errorAndGradient, gaussNewtonVector, hessianVector } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { explicitProduct } from '../testing/jacobian.ts';
import { onePattern } from '../experiment/onePattern.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;
const RUNS = { numRuns: 60 };

const valuesOf = (problem: Problem, id: MatrixId): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

describe('matrices of random networks over images', () => {
  test('exact = R-columns, and residual = H − G', () => {
    fc.assert(
      fc.property(randomImageProblem(), (problem) => {
        const H = exactByRColumns(problem);
        expectClose('H', valuesOf(problem, 'exact'), H, REORDERED);
        const G = valuesOf(problem, 'gauss-newton');
        const sum = valuesOf(problem, 'residual').map((entry, q) => entry + G[q]);
        expectClose('R + G', sum, H, REORDERED);
      }),
      { numRuns: 20 },
    );
  });

  test('Gauss–Newton and outer product = Σ JᵀSJ written out', () => {
    fc.assert(
      fc.property(randomImageProblem(), (problem) => {
        const workspace = createWorkspace(problem);
        const { M, Mcut } = workspace.seed;
        expectClose('G', valuesOf(problem, 'gauss-newton'), explicitProduct(workspace, M), REORDERED);
        expectClose('outer', valuesOf(problem, 'outer-product'), explicitProduct(workspace, Mcut), REORDERED);
      }),
      { numRuns: 30 },
    );
  });

  test('empirical Fisher = Σ g_n g_nᵀ from the gradients of single patterns', () => {
    fc.assert(
      fc.property(randomImageProblem(), (problem) => {
        const W = problem.parameters.length;
        const { N } = problem.batch;
        const c = problem.loss.reduction === 'mean' ? 1 / N : 1;
        const g = Array.from({ length: N }, (_, n) => errorAndGradient(onePattern(problem, n)).gradient);
        const F = new Float64Array(W * W).map((_, at) => {
          const [p, q] = [Math.floor(at / W), at % W];
          return g.reduce((sum, gn) => sum + c * gn[p] * gn[q], p === q ? problem.weightDecay : 0);
        });
        expectClose('F', valuesOf(problem, 'empirical-fisher'), F, REORDERED);
      }),
      RUNS,
    );
  });
});

test('uᵀHv = vᵀHu and uᵀGv = vᵀGu', () => {
  fc.assert(
    fc.property(randomImageProblem(), (problem) => {
      const W = problem.parameters.length;
      const [u, v] = [gaussians(8, W), gaussians(9, W)];
      for (const product of [hessianVector, gaussNewtonVector]) {
        const [Au, Av] = [product(problem, u), product(problem, v)];
        const scale = 1 + Math.sqrt(dot(Av, 0, Av, 0, W) * dot(u, 0, u, 0, W));
        expectClose('uᵀAv', [dot(u, 0, Av, 0, W)], [dot(v, 0, Au, 0, W)], REORDERED, scale);
      }
    }),
    { numRuns: 150 },
  );
});
