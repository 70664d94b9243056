import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { kfac } from '../../curvature/kfac.ts';
import { gaussians } from '../../data/random.ts';
import type { Problem } from '../../experiment/problem.ts';
import { dot } from '../../kernels/multiply.ts';
import { errorAndGradient, exactByRColumns } from '../../products/ofProblem.ts';
import { allEigenvalues } from '../../spectrum/allEigenvalues.ts';
import { expectClose } from '../../testing/close.ts';
import { differenceOfError } from '../../testing/finiteDifferences.ts';
import { randomProblem } from '../../testing/randomProblem.ts';
import type { RacerId } from './index.ts';
import { kfacDirection } from './kfac.ts';
import { raceStart } from './move.ts';
import { newtonCgDirection } from './newtonCg.ts';
import type { RaceSettings, RaceState } from './racer.ts';
import { solveDamped } from './solveDamped.ts';
import { raceStepOf } from './steps.ts';

const SETTINGS: RaceSettings = {
  learningRate: 0.01,
  momentum: 0.9,
  damping: 0,
  naturalRate: 1,
  length: 'full',
};

/** A linear network with squares and weight decay: its error is quadratic, and its minimum is known. */
const linear = randomProblem({
  hiddenLayers: { min: 0, max: 0 },
  losses: ['sum-of-squares'],
  outputs: ['identity'],
  patterns: { min: 3, max: 9 },
}).map((problem): Problem => ({ ...problem, weightDecay: 0.3 }));

const weightsOf = ({ workspace }: RaceState): Float64Array => workspace.problem.parameters;

/** Ridge regression from the patterns alone: `(c XᵀX + αI) V = c Xᵀ T`, a column of V for each output. */
function ridge({ batch, network, loss, weightDecay, parameters }: Problem): Float64Array {
  const { N, inputs, targets } = batch;
  const D = inputs.length / N;
  const K = targets.length / N;
  const c = loss.reduction === 'mean' ? 1 / N : 1;
  const X = new Matrix(N, D + 1);
  for (let n = 0; n < N; n++) for (let i = 0; i <= D; i++) X.set(n, i, i < D ? inputs[n * D + i] : 1);
  const A = X.transpose()
    .mmul(X)
    .mul(c)
    .add(Matrix.eye(D + 1).mul(weightDecay));
  const V = solve(
    A,
    X.transpose()
      .mmul(Matrix.from1DArray(N, K, targets))
      .mul(c),
  );
  expect(network.layers).toHaveLength(1);
  return parameters.map((_, q) => (q < D * K ? V.get(q % D, Math.floor(q / D)) : V.get(D, q - D * K)));
}

const onceFrom = (problem: Problem, id: RacerId, settings: Partial<RaceSettings> = {}) =>
  raceStepOf(id)(raceStart(problem), { ...SETTINGS, ...settings });

describe('where the error is quadratic', () => {
  test.each(['newton', 'gauss-newton', 'natural', 'kfac'] as const)(
    'one step of %s is ridge regression',
    (id) => {
      fc.assert(
        fc.property(linear, (problem) => {
          const { state } = onceFrom(problem, id);
          // Decay 0.3 bounds the condition number by about 1000.
          expectClose('w', weightsOf(state), ridge(problem), 1e-11, 1);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('momentum and gradient descent follow their recursions about the minimum, mode by mode', () => {
    fc.assert(
      fc.property(linear, fc.constantFrom(0, 0.5, 0.9), (problem, momentum) => {
        const minimum = ridge(problem);
        const H = exactByRColumns(problem);
        const W = minimum.length;
        const eta = 0.5 / allEigenvalues({ form: 'dense', values: H }, W)[0];
        let state = raceStart(problem);
        // x_{k+1} = (1 + μ − ηH) x_k − μ x_{k−1} of the distance from the minimum.
        let x = problem.parameters.map((weight, q) => weight - minimum[q]);
        let before = x;
        const step = raceStepOf(momentum === 0 ? 'gradient-descent' : 'momentum');
        for (let k = 0; k < 12; k++) {
          ({ state } = step(state, { ...SETTINGS, learningRate: eta, momentum }));
          const next = x.map(
            (entry, q) => (1 + momentum) * entry - eta * dot(H, q * W, x, 0, W) - momentum * before[q],
          );
          [before, x] = [x, next];
        }
        expectClose(
          'w',
          weightsOf(state),
          x.map((entry, q) => entry + minimum[q]),
          1e-12,
          1,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('gradient descent beyond 2/λ grows by ηλ − 1 a step along the top eigenvector', () => {
    const [problem] = fc.sample(linear, { numRuns: 1, seed: 3 });
    const H = exactByRColumns(problem);
    const W = problem.parameters.length;
    const top = allEigenvalues({ form: 'dense', values: H }, W)[0];
    let state = raceStart(problem);
    const sizes: number[] = [];
    for (let k = 0; k < 60; k++) {
      ({ state } = raceStepOf('gradient-descent')(state, { ...SETTINGS, learningRate: 3 / top }));
      sizes.push(Math.hypot(...state.gradient));
    }
    expect(sizes[59] / sizes[58]).toBeCloseTo(2, 10);
  });
});

describe('Newton', () => {
  test('lands where differences of the quadratic model are level, at saddles too', () => {
    const curved = randomProblem({ hidden: ['tanh'], hiddenLayers: { min: 1, max: 2 } });
    let indefinite = 0;
    fc.assert(
      fc.property(curved, (problem) => {
        const { state, stop } = onceFrom(problem, 'newton', { damping: 0.01 });
        if (stop !== null) return;
        const W = problem.parameters.length;
        const H = exactByRColumns(problem);
        for (let q = 0; q < W; q++) H[q * (W + 1)] += 0.01;
        const d = weightsOf(state).map((weight, q) => weight - problem.parameters[q]);
        const { gradient } = errorAndGradient(problem);
        const left = gradient.map((slope, q) => slope + dot(H, q * W, d, 0, W));
        const size = Math.max(...Array.from(H, Math.abs)) * Math.max(...Array.from(d, Math.abs), 1);
        expectClose('∇E + Hd', left, new Float64Array(W), 1e-11, size);
        if (allEigenvalues({ form: 'dense', values: H }, W).at(-1) < 0) indefinite++;
      }),
      { numRuns: 100 },
    );
    expect(indefinite).toBeGreaterThan(10);
  });

  test('is Newton-CG with as many products as it takes, where H is positive definite', () => {
    const convex = randomProblem({
      hiddenLayers: { min: 0, max: 0 },
      losses: ['sum-of-squares', 'softmax-cross-entropy', 'binary-cross-entropy'],
      outputs: ['identity', 'softmax', 'logistic'],
    }).map((problem): Problem => ({ ...problem, weightDecay: 0.2 }));
    fc.assert(
      fc.property(convex, (problem) => {
        const workspace = createWorkspace(problem);
        const { gradient } = errorAndGradient(problem);
        const exactly = solveDamped(exactByRColumns(problem), gradient, 0);
        if (
          exactly === null ||
          allEigenvalues({ form: 'dense', values: exactByRColumns(problem) }, gradient.length).some(
            (x) => x <= 0,
          )
        )
          return;
        const d = newtonCgDirection(workspace, { steps: 200, tolerance: 1e-13 });
        expectClose('d', d, exactly, 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  test('Newton-CG goes down whatever the curvature, and along −∇E where that is not above zero', () => {
    const curved = randomProblem({ hidden: ['tanh'], hiddenLayers: { min: 1, max: 2 } });
    let negative = 0;
    fc.assert(
      fc.property(curved, (problem) => {
        const from = raceStart(problem);
        // A single softmax output is 1 whatever the weights.
        if (from.gradient.every((slope) => slope === 0)) return;
        const { state, stop } = onceFrom(problem, 'newton-cg');
        expect(stop).toBeNull();
        expect(state.error).toBeLessThan(from.error);
        const W = from.gradient.length;
        const H = exactByRColumns(problem);
        const Hg = from.gradient.map((_, q) => dot(H, q * W, from.gradient, 0, W));
        if (!(dot(from.gradient, 0, Hg, 0, W) < 0)) return;
        negative++;
        const d = newtonCgDirection(from.workspace, { steps: 20, tolerance: 1e-3 });
        expectClose(
          'd',
          d,
          from.gradient.map((slope) => -slope),
          1e-15,
        );
      }),
      { numRuns: 100 },
    );
    expect(negative).toBeGreaterThan(5);
  });

  test('a step that climbs is not halved, and a halved one lowers E', () => {
    const curved = randomProblem({ hidden: ['tanh'], hiddenLayers: { min: 1, max: 2 } });
    const seen = { climbs: 0, falls: 0 };
    fc.assert(
      fc.property(curved, (problem) => {
        const from = raceStart(problem);
        const { state, stop } = onceFrom(problem, 'newton', { length: 'halved' });
        const H = exactByRColumns(problem);
        const d = solveDamped(H, from.gradient, 0);
        if (d === null) return;
        // The slope along d by differences of E, not by the gradient.
        const climbs = differenceOfError(problem, d) > 1e-6;
        if (climbs) {
          expect(stop).toBe('no-descent');
          seen.climbs++;
        } else if (stop === null) {
          expect(state.error).toBeLessThan(from.error);
          seen.falls++;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(seen.climbs, seen.falls)).toBeGreaterThan(5);
  });
});

describe('natural gradient', () => {
  test('is Gauss–Newton where the outputs belong to their likelihood, and its rate shortens it', () => {
    const canonical = fc.constantFrom(
      { losses: ['sum-of-squares'], outputs: ['identity'] } as const,
      { losses: ['softmax-cross-entropy'], outputs: ['softmax'] } as const,
      { losses: ['binary-cross-entropy'], outputs: ['logistic'] } as const,
    );
    const problems = canonical.chain((kinds) => randomProblem({ hidden: ['tanh'], ...kinds }));
    fc.assert(
      fc.property(problems, fc.constantFrom(1, 0.3), (problem, naturalRate) => {
        const damping = 0.05;
        const newton = weightsOf(onceFrom(problem, 'gauss-newton', { damping }).state);
        const natural = weightsOf(onceFrom(problem, 'natural', { damping, naturalRate }).state);
        const expected = newton.map(
          (weight, q) => problem.parameters[q] + naturalRate * (weight - problem.parameters[q]),
        );
        expectClose('w', natural, expected, 1e-9, 1);
      }),
      { numRuns: 60 },
    );
  });
});

test('K-FAC by its factors is the solution with its whole matrix', () => {
  fc.assert(
    fc.property(
      randomProblem({ layers: 'any', losses: ['sum-of-squares', 'softmax-cross-entropy'] }),
      (problem) => {
        const workspace = createWorkspace(problem);
        const { gradient } = errorAndGradient(problem);
        const whole = solveDamped(kfac.compute(workspace).values, gradient, 0.1);
        expect(whole).not.toBeNull();
        if (whole !== null) expectClose('d', kfacDirection(workspace, gradient, 0.1) ?? [], whole, 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

describe('what has no step', () => {
  test('fewer equations than weights and no damping leave G without an inverse', () => {
    const few = randomProblem({
      hidden: ['tanh'],
      hiddenLayers: { min: 1, max: 1 },
      losses: ['sum-of-squares'],
      outputs: ['identity'],
      patterns: { min: 1, max: 2 },
    }).map((problem): Problem => ({ ...problem, weightDecay: 0 }));
    fc.assert(
      fc.property(few, (problem) => {
        const K = problem.batch.targets.length / problem.batch.N;
        fc.pre(problem.batch.N * K < problem.parameters.length);
        const { stop, state } = onceFrom(problem, 'gauss-newton');
        expect(stop).toBe('no-inverse');
        expect(weightsOf(state)).toBe(problem.parameters);
        expect(onceFrom(problem, 'gauss-newton', { damping: 0.1 }).stop).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('a step that overflows stays where it was', () => {
    const [problem] = fc.sample(linear, { numRuns: 1, seed: 5 });
    const { stop, state } = onceFrom(problem, 'gradient-descent', { learningRate: 1e300 });
    expect(stop).toBe('not-finite');
    expect(weightsOf(state)).toBe(problem.parameters);
  });

  test('the Fisher matrix needs a likelihood', () => {
    const [problem] = fc.sample(randomProblem({ losses: ['cauchy'] }), { numRuns: 1, seed: 5 });
    expect(onceFrom(problem, 'natural').stop).toBe('unavailable');
  });

  test('a singular indefinite matrix has no solution, a regular one has', () => {
    const g = gaussians(1, 3);
    expect(solveDamped(Float64Array.of(1, 0, 0, 0, -1, 0, 0, 0, 0), g, 0)).toBeNull();
    expectClose(
      'x',
      solveDamped(Float64Array.of(1, 0, 0, 0, -1, 0, 0, 0, 2), g, 0) ?? [],
      [-g[0], g[1], -g[2] / 2],
      1e-15,
    );
  });
});
