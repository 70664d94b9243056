import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix, solve as solveByLibrary } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorAndGradient } from '../../engine/products/ofProblem.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import type { Solved, SolveRequest, SolverId, SolverRun } from '../protocol/solve.ts';
import { solve } from './solve.ts';
import { solveBlocks } from './solveBlocks.ts';
import { solveSteps } from './solveSteps.ts';
import { example } from './testing/example.ts';

const base: Omit<SolveRequest, 'problem'> = { matrix: 'gauss-newton', damping: 0.5, scale: 1, products: 300 };
const solvedOf = (request: SolveRequest): Solved => {
  const { solved } = solve(request);
  if (solved === null) throw new Error('refused');
  return solved;
};
const runOf = ({ runs }: Solved, id: SolverId): SolverRun => {
  const found = runs.find((run) => run.id === id);
  if (found === undefined) throw new Error(`no run: ${id}`);
  return found;
};
const last = (list: readonly number[]): number => list.at(-1) ?? NaN;
const eigenvaluesOf = (problem: Problem, id: SolveRequest['matrix']): number[] => {
  const W = problem.parameters.length;
  const A = Matrix.from1DArray(W, W, matrixOf(id).compute(createWorkspace(problem)).values);
  return new EigenvalueDecomposition(A, { assumeSymmetric: true }).realEigenvalues.sort((a, b) => a - b);
};

test('of a positive definite system all ways meet, and the ends of the spectrum are a library’s', () => {
  fc.assert(
    fc.property(
      randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] }),
      fc.constantFrom('gauss-newton', 'outer-product'),
      (drawn, matrix) => {
        const problem = { ...drawn, weightDecay: 0 };
        const found = solvedOf({ ...base, problem, matrix });
        const values = eigenvaluesOf(problem, matrix).map((value) => value + base.damping);
        const size = last(values);
        expectClose('smallest', [found.smallest], [values[0] ?? NaN], 1e-12, size);
        expectClose('largest', [found.largest], [size], 1e-12);
        expect(found).toMatchObject({ cholesky: true, inertia: { zero: 0, negative: 0 } });
        // A itself is semi-definite.
        expect(found.definiteFrom).toBeLessThan(1e-12 * size);
        expect(runOf(found, 'direct')).toMatchObject({ end: 'solved', errors: [0] });
        expect(last(runOf(found, 'direct').residuals)).toBeLessThan(1e-11);
        const cg = runOf(found, 'conjugate-gradient');
        expect(cg.end).toBe('converged');
        // A residual of 1e-12 times a condition number up to 1e4.
        expect(last(cg.errors)).toBeLessThan(1e-8);
        const series = runOf(found, 'neumann');
        expect(found.neumann).toMatchObject({ fails: null });
        const radius = found.neumann?.radius ?? NaN;
        expectClose('ρ', [radius], [1 - found.smallest / found.largest], 1e-6, 1);
        series.residuals.forEach((residual, k) => {
          expect(residual).toBeLessThanOrEqual(radius ** (k + 1) * (1 + 1e-6) + 1e-13);
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('of an indefinite H: inertia, the λ it takes, CG’s stop, and why the series diverges', () => {
  const problem = { ...example([2, 4, 1], 12), weightDecay: 0 };
  const values = eigenvaluesOf(problem, 'exact');
  const negative = values.filter((value) => value < 0).length;
  expect(negative).toBeGreaterThan(0);
  const request = { ...base, problem, matrix: 'exact', damping: 0 } as const;
  const found = solvedOf(request);
  expect(found.inertia).toEqual({ positive: values.length - negative, zero: 0, negative });
  expect(found.cholesky).toBe(false);
  expect(found.definiteFrom).toBeCloseTo(-(values[0] ?? NaN), 10);
  expect(runOf(found, 'neumann').end).toBe('diverged');
  expect(found.neumann?.fails).toBe('not positive definite');
  const W = values.length;
  const A = Matrix.from1DArray(W, W, matrixOf('exact').compute(createWorkspace(problem)).values);
  const { gradient } = errorAndGradient(problem);
  const d = solveByLibrary(A, Matrix.columnVector(gradient)).to1DArray();
  expectClose(
    'd',
    solveSteps({ problem, damping: 1 }).steps[0]?.d ?? [],
    d.map((x) => -x),
    1e-9,
  );
  const cg = runOf(found, 'conjugate-gradient');
  expect(cg.end).toBe('negative-curvature');
  expect(found.stopCurvature).toBeLessThan(0);
  expect(found.stopCurvature).toBeGreaterThanOrEqual(values[0] ?? NaN);
  for (const [factor, cholesky] of [
    [0.99, false],
    [1.01, true],
  ] as const) {
    expect(solvedOf({ ...request, damping: factor * found.definiteFrom }).cholesky).toBe(cholesky);
  }
});

test('twice the largest scale diverges, fewer products end early, a singular matrix has no direct solution', () => {
  const problem = { ...example([1, 2, 1], 4), weightDecay: 0 };
  const large = solvedOf({ ...base, problem, scale: 2.2 });
  expect(runOf(large, 'neumann').end).toBe('diverged');
  expect(large.neumann?.fails).toBe('step too large');
  const few = solvedOf({ ...base, problem, products: 2 });
  expect(runOf(few, 'conjugate-gradient')).toMatchObject({ end: 'steps' });
  expect(runOf(few, 'conjugate-gradient').residuals).toHaveLength(3);
  const singular = solvedOf({ ...base, problem, damping: 0 });
  expect(singular.inertia).toEqual({ positive: 4, zero: 3, negative: 0 });
  expect(runOf(singular, 'direct')).toMatchObject({ end: 'singular', errors: [] });
  expect(runOf(singular, 'conjugate-gradient').errors).toEqual([]);
});

test('the scale is that of the eigenvalue of largest size, though it is negative', () => {
  const { batch, ...drawn } = example([2, 4, 1], 12);
  // targets far beyond the outputs: the terms with the residual outweigh Gauss–Newton's, in both signs
  const targets = batch.targets.map((t) => -40 * (t + 1));
  const problem = { ...drawn, weightDecay: 0, batch: { ...batch, targets } };
  const values = eigenvaluesOf(problem, 'exact');
  const [smallest = NaN, largest] = [values[0], last(values)];
  expect(-smallest).toBeGreaterThan(1.02 * largest);
  const found = solvedOf({ ...base, problem, matrix: 'exact', damping: 0, scale: 0.7 }).neumann;
  expectClose('s', [found?.s ?? NaN], [0.7 / -smallest], 1e-12);
  // |1 − sλ| at the negative end
  expectClose('ρ', [found?.radius ?? NaN], [1.7], 1e-6);
});

test('blocks of every size give the inverse of the library, and without a start the reason', () => {
  const problem = { ...example([2, 3, 2], 7), weightDecay: 0.2 };
  const found = solveBlocks({ problem, damping: 0.3 });
  expect(found).toMatchObject({ refused: null, rows: 14, start: 0.5 });
  expect(found.blocks.map(({ size }) => size)).toEqual([1, 2, 4, 8, 14]);
  for (const { distance } of found.blocks) expect(distance).toBeLessThan(1e-12);
  expect(solveBlocks({ problem: { ...problem, weightDecay: 0 }, damping: 0 }).refused).toBe(
    'Weight decay is 0: the sequential inverse has no start.',
  );
});

test('steps are those of the model; too large a network is told so', () => {
  const problem = { ...example([1, 3, 1], 9), weightDecay: 0.05 };
  const { error, gradientNorm, steps, nextDamping, t } = solveSteps({ problem, damping: 2 });
  const truth = errorAndGradient(problem);
  expect(error).toBe(truth.error);
  expect(gradientNorm).toBeCloseTo(Math.hypot(...truth.gradient), 12);
  expect(steps.map(({ id }) => id)).toEqual(['newton', 'gauss-newton', 'levenberg-marquardt']);
  const [, full, damped] = steps;
  // Buffers go over to the page: no answer shares one with the next.
  expect(solveSteps({ problem, damping: 2 }).t.buffer).not.toBe(t.buffer);
  for (const { along, believed, error: after, predicted } of steps) {
    // t = 0 and t = 1
    expect(along[0]).toBe(error);
    expect(along[40]).toBe(after);
    expect(believed[0]).toBe(error);
    expect(believed[40]).toBeCloseTo(error + predicted, 12);
    // The model touches E at w: their difference is of second order.
    const [true1 = NaN, model1 = NaN] = [along[1], believed[1]];
    expect(Math.abs(true1 - model1)).toBeLessThan(0.05 * Math.abs(true1 - error));
  }
  expect(damped?.length).toBeLessThan(full?.length ?? NaN);
  expect((damped?.gain ?? NaN) > 0 ? nextDamping <= 4 : nextDamping === 8).toBe(true);
  const large = example([1, 67, 1], 2);
  const sentence = 'Systems are solved here up to W = 200; this network has W = 202.';
  expect(solve({ ...base, problem: large }).refused).toBe(sentence);
  expect(solveBlocks({ problem: large, damping: 1 }).refused).toBe(sentence);
  expect(solveSteps({ problem: large, damping: 1 }).refused).toBe(sentence);
});
