import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { differenceOfError, differenceOfGradient } from '../testing/finiteDifferences.ts';
import { explicitProduct } from '../testing/jacobian.ts';
import { randomImageProblem } from '../testing/randomImageProblem.ts';
import { type ProblemChoices, randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { centralHessianVector, oneSidedHessianVector, suggestedStep } from './differences.ts';
import { errorsAt } from './errorsAt.ts';
import { errorOf } from './gradient.ts';
import { gaussNewtonProduct, rProduct, rProducts, seededProducts } from './hessianVector.ts';
import { errorAndGradient, gaussNewtonVector, hessianVector } from './ofProblem.ts';

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

// Two sides that sum the same products in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

/** Convex in the output pre-activations. */
const convexPairs: readonly Pick<ProblemChoices, 'losses' | 'outputs'>[] = [
  { losses: ['sum-of-squares', 'squared-norm', 'pseudo-huber'], outputs: ['identity'] },
  { losses: ['binary-cross-entropy', 'softmax-cross-entropy'] },
  { losses: ['poisson'], outputs: ['exp'] },
];

const inner = (x: Float64Array, y: Float64Array): number => dot(x, 0, y, 0, x.length);

const times = (A: Float64Array, v: Float64Array): Float64Array =>
  v.map((_, row) => dot(A, row * v.length, v, 0, v.length));

describe.each([
  ['dense networks', randomProblem(), fc.oneof(...convexPairs.map((pairs) => randomProblem(pairs)))],
  ['images', randomImageProblem(), fc.oneof(...convexPairs.map((pairs) => randomImageProblem(pairs)))],
])('facts: %s', (_, problems, convex) => {
  test('E again and again, in arrays that are kept, is to the bit that of a network with those weights', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const errorAt = errorsAt(createWorkspace(problem));
        for (const scale of [1, -0.7, 0.2, 1]) {
          const parameters = problem.parameters.map((weight) => scale * weight);
          const expected = errorOf(createWorkspace({ ...problem, parameters }));
          // to the last bit: steps of training take E from here, documents hold it
          expect(errorAt(parameters)).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['H', hessianVector],
    ['G', gaussNewtonVector],
  ])('uᵀAv = vᵀAu for A = %s', (_name, product) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const W = problem.parameters.length;
        const [u, v] = [gaussians(8, W), gaussians(9, W)];
        const [Au, Av] = [product(problem, u), product(problem, v)];
        const scale = 1 + Math.sqrt(inner(Av, Av) * inner(u, u));
        expectClose('uᵀAv', [inner(u, Av)], [inner(v, Au)], REORDERED, scale);
      }),
      { numRuns: 200 },
    );
  });

  test('vᵀGv ≥ 0 where the loss is convex in the output pre-activations', () => {
    fc.assert(
      fc.property(convex, (problem) => {
        const v = gaussians(11, problem.parameters.length);
        const Gv = gaussNewtonVector(problem, v);
        expect(inner(v, Gv)).toBeGreaterThanOrEqual(-REORDERED * Math.sqrt(inner(v, v) * inner(Gv, Gv)));
      }),
      { numRuns: 200 },
    );
  });

  test('Hv is the combination of the columns H e_i, and several directions at once are the products of each', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { length: W } = problem.parameters;
        const workspace = createWorkspace(problem);
        const v = gaussians(10, W);
        const units = Array.from({ length: W }, (_entry, i) => v.map((_other, q) => (q === i ? 1 : 0)));
        const columns = rProducts(workspace, units);
        const combination = v.map((_entry, q) =>
          columns.reduce((sum, column, i) => sum + v[i] * column[q], 0),
        );
        const Hv = rProduct(workspace, v);
        expectClose('Hv', Hv, combination, REORDERED);
        // The same operations in the same order.
        for (const i of [0, W - 1]) expectClose('H e_i', columns[i], rProduct(workspace, units[i]), 0);
      }),
      { numRuns: 200 },
    );
  });

  test('Gv = c Σ Jᵀ M J v + αv with J written out, for several directions at once', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { length: W } = problem.parameters;
        const workspace = createWorkspace(problem);
        const V = [1, 2, 3].map((seed) => gaussians(seed, W));
        const G = explicitProduct(workspace, workspace.seed.M);
        const products = seededProducts(workspace, workspace.seed.M, V);
        products.forEach((Gv, d) => expectClose('Gv', Gv, times(G, V[d]), REORDERED));
        expectClose('one Gv', gaussNewtonProduct(workspace, V[1]), products[1], 0);
      }),
      { numRuns: 200 },
    );
  });

  test('Hv and Gv are the matrices times v', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const v = gaussians(10, problem.parameters.length);
        const workspace = createWorkspace(problem);
        const [H, G] = (['exact', 'gauss-newton'] as const).map(
          (id) => matrixOf(id).compute(workspace).values,
        );
        expectClose('Hv', hessianVector(problem, v), times(H, v), REORDERED);
        expectClose('Gv', gaussNewtonVector(problem, v), times(G, v), REORDERED);
      }),
      { numRuns: 200 },
    );
  });
});
