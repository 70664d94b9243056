import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../experiment/problem.ts';
import { errorAndGradient } from '../../products/ofProblem.ts';
import { expectClose } from '../../testing/close.ts';
import { differenceOfError } from '../../testing/finiteDifferences.ts';
import { randomProblem } from '../../testing/randomProblem.ts';
import type { OptimiserState } from './optimiser.ts';
import { stepOf } from './steps.ts';

const startOf = (problem: Problem): OptimiserState => ({
  parameters: problem.parameters,
  error: errorAndGradient(problem).error,
  damping: 1e-2,
});

describe('gradient descent', () => {
  test('moves by −η times the slope that differences of E give', () => {
    const problem = fc.sample(randomProblem({ hidden: ['tanh'], outputs: ['identity'] }), {
      numRuns: 1,
      seed: 4,
    })[0];
    const outcome = stepOf('gradient-descent')(problem, startOf(problem), { learningRate: 0.1 });
    const slopes = problem.parameters.map((_, q) =>
      differenceOfError(
        problem,
        problem.parameters.map((__, p) => (p === q ? 1 : 0)),
      ),
    );
    const expected = problem.parameters.map((weight, q) => weight - 0.1 * slopes[q]);
    // Richardson differences are good to about 1e-10 of E.
    expectClose('w', outcome.state.parameters, expected, 1e-9, 1);
  });

  test('reports divergence and keeps the last finite weights', () => {
    const [problem] = fc.sample(
      randomProblem({ hidden: ['tanh'], losses: ['sum-of-squares'], outputs: ['identity'] }),
      {
        numRuns: 1,
        seed: 2,
      },
    );
    let state = startOf(problem);
    let status = 'running';
    for (let step = 0; step < 200 && status === 'running'; step++) {
      const outcome = stepOf('gradient-descent')(problem, state, { learningRate: 100 });
      ({ status, state } = outcome);
    }
    expect(status).toBe('diverged');
    expect(state.parameters.every(Number.isFinite)).toBe(true);
  });
});

describe('Levenberg–Marquardt', () => {
  const lm = stepOf('levenberg-marquardt');

  test('never raises the error', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        let state = startOf(problem);
        for (let step = 0; step < 5; step++) {
          const outcome = lm(problem, state, { learningRate: 0 });
          expect(outcome.state.error).toBeLessThanOrEqual(state.error);
          expectClose(
            'error',
            [outcome.state.error],
            [errorAndGradient({ ...problem, parameters: outcome.state.parameters }).error],
            1e-14,
          );
          if (outcome.status !== 'running') break;
          ({ state } = outcome);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('solves a linear least-squares problem, where the normal equations hold at the end', () => {
    const linear = randomProblem({
      hiddenLayers: { min: 0, max: 0 },
      losses: ['sum-of-squares'],
      outputs: ['identity'],
      patterns: { min: 5, max: 9 },
    });
    fc.assert(
      fc.property(linear, (problem) => {
        let state = startOf(problem);
        for (let step = 0; step < 60; step++) ({ state } = lm(problem, state, { learningRate: 0 }));
        const { gradient } = errorAndGradient({ ...problem, parameters: state.parameters });
        // It stops when the predicted decrease ½gᵀG⁻¹g is below 1e-12 E, so |g| ≲ √(1e-12 · 2 E ‖G‖) ≈ 1e-5.
        for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-4);
      }),
      { numRuns: 100 },
    );
  });
});
