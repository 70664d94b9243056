import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { differenceOfError, differenceOfGradient } from '../testing/finiteDifferences.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { centralHessianVector, oneSidedHessianVector, suggestedStep } from './differences.ts';
import { errorAndGradient } from './ofProblem.ts';
import { gaussNewtonVector, hessianVector } from './ofProblem.ts';

// Richardson differences: cancellation leaves about 1e-12/r = 1e-10 of the values that are subtracted,
// and those can exceed the derivative; 2e-7 of the largest of derivative and 1 holds with room for stiff draws.
const DIFFERENCE = 2e-7;

const smooth = randomProblem({ hidden: smoothKinds });

describe('products against finite differences', () => {
  test('v·∇E is the derivative of E along v', () => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const v = gaussians(5, problem.parameters.length);
        const { gradient } = errorAndGradient(problem);
        const slope = dot(gradient, 0, v, 0, v.length);
        expectClose('v·∇E', [slope], [differenceOfError(problem, v)], DIFFERENCE, 1);
      }),
      { numRuns: 300 },
    );
  });

  test('Hv is the derivative of ∇E along v', () => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const v = gaussians(6, problem.parameters.length);
        expectClose('Hv', hessianVector(problem, v), differenceOfGradient(problem, v), DIFFERENCE, 1);
      }),
      { numRuns: 300 },
    );
  });

  test('the one-sided and central differences on show come near Hv at their suggested step', () => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const v = gaussians(7, problem.parameters.length);
        const Hv = hessianVector(problem, v);
        // Truncation r·|third derivative| and cancellation ε/r: √ε ≈ 1.5e-8 one-sided, ε^(2/3) ≈ 4e-11 central,
        // times what a stiff draw multiplies them by.
        const near = oneSidedHessianVector(problem, v, suggestedStep(problem, v, 'one-sided'));
        const nearer = centralHessianVector(problem, v, suggestedStep(problem, v, 'central'));
        expectClose('one-sided', near, Hv, 1e-4, 1);
        expectClose('central', nearer, Hv, 1e-6, 1);
      }),
      { numRuns: 100 },
    );
  });
});

test('uᵀHv = vᵀHu', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const W = problem.parameters.length;
      const [u, v] = [gaussians(8, W), gaussians(9, W)];
      const [Hu, Hv] = [hessianVector(problem, u), hessianVector(problem, v)];
      const scale = 1 + Math.sqrt(dot(Hv, 0, Hv, 0, W) * dot(u, 0, u, 0, W));
      expectClose('uᵀHv', [dot(u, 0, Hv, 0, W)], [dot(v, 0, Hu, 0, W)], 1e-12, scale);
    }),
    { numRuns: 300 },
  );
});

test('Hv and Gv are the matrices times v', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const W = problem.parameters.length;
      const v = gaussians(10, W);
      const workspace = createWorkspace(problem);
      const times = (A: Float64Array): Float64Array => v.map((_, row) => dot(A, row * W, v, 0, W));
      expectClose('Hv', hessianVector(problem, v), times(matrixOf('exact').compute(workspace).values), 1e-12);
      expectClose(
        'Gv',
        gaussNewtonVector(problem, v),
        times(matrixOf('gauss-newton').compute(workspace).values),
        1e-12,
      );
    }),
    { numRuns: 300 },
  );
});
