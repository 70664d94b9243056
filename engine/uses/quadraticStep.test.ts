import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { errorAndGradient } from '../products/ofProblem.ts';
import { inertia } from '../solve/inertia.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { levenbergMarquardtStep } from './optimisers/levenbergMarquardt.ts';
import { quadraticStep } from './quadraticStep.ts';

const regression = randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] });

test('d solves the system by a library’s LU, and the prediction is −½ gᵀ(A + λI)⁻¹g − ½ λ‖d‖²', () => {
  fc.assert(
    fc.property(
      regression,
      fc.constantFrom('exact', 'gauss-newton', 'outer-product'),
      fc.constantFrom(0, 0.4),
      (drawn, matrix, damping) => {
        const problem = { ...drawn, weightDecay: 0.3 };
        const workspace = createWorkspace(problem);
        const { W } = workspace.topology;
        const A = Matrix.from1DArray(W, W, matrixOf(matrix).compute(workspace).values);
        for (let q = 0; q < W; q++) A.set(q, q, A.get(q, q) + damping);
        const { error, gradient } = errorAndGradient(problem);
        const expected = solve(A, Matrix.columnVector(gradient)).to1DArray();
        const step = quadraticStep(workspace, matrix, damping);
        const size = Math.hypot(...expected);
        // Both are backward stable: their difference is rounding times the condition, 1e4 of exact H near a saddle.
        expectClose(
          'd',
          step.d ?? [],
          expected.map((entry) => -entry),
          1e-9,
        );
        expect(step.inertia).toEqual(inertia(Float64Array.from(A.to1DArray()), W));
        const slope = gradient.reduce((sum, entry, q) => sum + entry * expected[q], 0);
        const predicted = -0.5 * slope - 0.5 * damping * size ** 2;
        expectClose('predicted', [step.predicted], [predicted], 1e-8, Math.abs(slope));
        const parameters = problem.parameters.map((weight, q) => weight + (step.d?.[q] ?? NaN));
        expect(step.error).toBe(errorAndGradient({ ...problem, parameters }).error);
        expectClose('gain', [step.gain * step.predicted], [step.error - error], 1e-12, Math.abs(error));
        expectClose('length', [step.length], [size], 1e-8);
      },
    ),
    { numRuns: 150 },
  );
});

test('of a linear network Newton’s step is the last one, and its prediction is what happens', () => {
  fc.assert(
    fc.property(
      randomProblem({
        losses: ['sum-of-squares'],
        outputs: ['identity'],
        hiddenLayers: { min: 0, max: 0 },
      }),
      (drawn) => {
        const problem = { ...drawn, weightDecay: 0.2 };
        const step = quadraticStep(createWorkspace(problem), 'exact', 0);
        expect(step.gain).toBeCloseTo(1, 9);
        const parameters = problem.parameters.map((weight, q) => weight + (step.d?.[q] ?? NaN));
        const { gradient } = errorAndGradient({ ...problem, parameters });
        expectClose(
          'gradient',
          gradient,
          gradient.map(() => 0),
          1e-11,
          Math.max(1, step.error),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('Levenberg–Marquardt’s step is that of the optimiser, where the optimiser takes its first try', () => {
  fc.assert(
    fc.property(regression, fc.constantFrom(0.01, 1, 30), (drawn, damping) => {
      const problem = { ...drawn, weightDecay: 0.05 };
      const step = quadraticStep(createWorkspace(problem), 'gauss-newton', damping);
      const state = { parameters: problem.parameters, error: errorAndGradient(problem).error, damping };
      const outcome = levenbergMarquardtStep(problem, state, { learningRate: 1 });
      fc.pre(step.gain > 1e-6 && outcome.status === 'running');
      const moved = problem.parameters.map((weight, q) => weight + (step.d?.[q] ?? NaN));
      expectClose('weights', moved, outcome.state.parameters, 1e-10, 1);
      // Nielsen's factor lies between 1/3 and 2.
      expect(outcome.state.damping / damping).toBeGreaterThan(0.33);
      expect(outcome.state.damping / damping).toBeLessThanOrEqual(2);
    }),
    { numRuns: 80 },
  );
});

test('a singular matrix has no step; a diagonal is no matrix for one', () => {
  const [drawn] = fc.sample(
    randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'], hiddenLayers: { min: 2, max: 2 } }),
    { numRuns: 1, seed: 3 },
  );
  const one = {
    ...drawn,
    weightDecay: 0,
    batch: {
      N: 1,
      inputs: drawn.batch.inputs.slice(0, drawn.batch.inputs.length / drawn.batch.N),
      targets: drawn.batch.targets.slice(0, drawn.batch.targets.length / drawn.batch.N),
    },
  };
  const workspace = createWorkspace(one);
  const { d, inertia: counts, error } = quadraticStep(workspace, 'gauss-newton', 0);
  expect(d).toBeNull();
  expect(error).toBeNaN();
  expect(counts.negative).toBe(0);
  expect(counts.zero).toBeGreaterThan(0);
  expect(quadraticStep(workspace, 'gauss-newton', 1).d).not.toBeNull();
  expect(() => quadraticStep(workspace, 'diagonal', 1)).toThrow('a step needs a full matrix');
});
