import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../experiment/problem.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { createWorkspace } from './createWorkspace.ts';
import { type MatrixId, matrixOf } from './index.ts';
import { fourPointHessian, fourPointSteps } from './fourPoint.ts';
import { gradientDifferenceHessian, gradientSteps } from './gradientDifferences.ts';

const ways = [
  { name: 'four-point', matrix: fourPointHessian, stepsFor: fourPointSteps, divided: 2 },
  { name: 'gradient-differences', matrix: gradientDifferenceHessian, stepsFor: gradientSteps, divided: 1 },
] as const;

type Way = (typeof ways)[number];

const valuesOf = (problem: Problem, id: MatrixId): Float64Array =>
  matrixOf(id).compute(createWorkspace(problem)).values;

const steps = (problem: Problem, r: number): Float64Array =>
  new Float64Array(problem.parameters.length).fill(r);

/** The largest error of an entry, for steps r. */
function errorOf(problem: Problem, { matrix }: Way, r: Float64Array): number {
  const H = valuesOf(problem, 'exact');
  const found = matrix(createWorkspace(problem), r);
  return found.reduce((top, entry, q) => Math.max(top, Math.abs(entry - H[q])), 0);
}

/**
 * What rounding may leave: E and ∇E are right to a few ε of themselves or of 1, whichever is more, and are divided
 * by r² (four-point) or r. Twice ε is the most that was seen; ten leaves room for unlucky signs.
 */
function cancellation(problem: Problem, { divided }: Way, r: Float64Array): number {
  const { error, gradient } = errorAndGradient(problem);
  const size = gradient.reduce((top, slope) => Math.max(top, Math.abs(slope)), Math.max(1, Math.abs(error)));
  return (10 * Number.EPSILON * size) / Math.min(...r) ** divided;
}

/** E is a polynomial of degree two in the weights of each layer: no derivative is left that differences truncate. */
const quadraticInLayers = randomProblem({
  hidden: ['identity'],
  hiddenLayers: { min: 0, max: 1 },
  skips: false,
  losses: ['sum-of-squares', 'squared-norm'],
  outputs: ['identity'],
});

// Four-point differences take 2W² errors.
const smooth = randomProblem({ hidden: smoothKinds, hiddenLayers: { min: 0, max: 2 } }).filter(
  ({ parameters }) => parameters.length <= 20,
);

const RUNS = { numRuns: 60 };

describe.each(ways)('$name', (way) => {
  test('where E is quadratic in the weights of each layer, even large steps are exact', () => {
    fc.assert(
      fc.property(quadraticInLayers, (problem) => {
        const found = way.matrix(createWorkspace(problem), steps(problem, 0.5));
        // E and its gradient are a few times H; divided by r = 1/2 a hundred roundings of them are left.
        expectClose(way.name, found, valuesOf(problem, 'exact'), 1e-12, 1);
      }),
      RUNS,
    );
  });

  test('truncation falls with the square of the step', () => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const [coarse, fine] = [2 ** -7, 2 ** -8].map((r) => errorOf(problem, way, steps(problem, r)));
        // Half the step leaves a quarter; the next power of the step, r⁴, is 6e-5 of r² times higher derivatives.
        const rounding = 5 * cancellation(problem, way, steps(problem, 2 ** -8));
        expect(Math.abs(coarse - 4 * fine)).toBeLessThanOrEqual(0.05 * coarse + rounding);
      }),
      RUNS,
    );
  });

  test('at its own step the error is that of truncation and cancellation', () => {
    fc.assert(
      fc.property(smooth, (problem) => {
        const own = way.stepsFor(problem.parameters);
        const error = errorOf(problem, way, own);
        // 32 times the step truncates 1024 times as much.
        const truncation =
          errorOf(
            problem,
            way,
            own.map((r) => 32 * r),
          ) / 1024;
        expect(error).toBeLessThanOrEqual(1.05 * truncation + cancellation(problem, way, own));
        expectClose(way.name, valuesOf(problem, way.name), way.matrix(createWorkspace(problem), own), 0);
      }),
      RUNS,
    );
  });
});
