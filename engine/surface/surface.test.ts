import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import type { MatrixValues } from '../curvature/matrix.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gaussians } from '../data/random.ts';
import type { Problem } from '../experiment/problem.ts';
import { dot } from '../kernels/multiply.ts';
import { errorOf } from '../products/gradient.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem, smoothKinds } from '../testing/randomProblem.ts';
import { type Axes, axesOf } from './axes.ts';
import { errorsOnPlane } from './errorsOnPlane.ts';
import { reducedMatrix, surfaceModels } from './models.ts';
import { planeOf } from './plane.ts';
import { type Matrix2, quadraticAt } from './quadratic.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16, more where an activation bends strongly.
const REORDERED = 1e-11;

const problems = randomProblem({ layers: 'any' });
const inner = (x: Float64Array, y: Float64Array): number => dot(x, 0, y, 0, x.length);
const unit = (x: Float64Array): Float64Array => x.map((entry) => entry / Math.sqrt(inner(x, x)));

/** Two directions that move every layer, at no right angle. */
const anyAxes = (W: number): Axes => ({ p: unit(gaussians(31, W)), q: unit(gaussians(32, W)) });

/** Every pair of parameters of a small network, a few of a larger one. */
const somePairs = (W: number): [number, number][] =>
  [0, 1, 2, 3].map((turn) => [(turn * 7) % W, W - 1 - ((turn * 5) % (W - 1))]);

const moved = (problem: Problem, { p, q }: Axes, s: number, t: number): Problem => ({
  ...problem,
  parameters: problem.parameters.map((weight, i) => weight + s * p[i] + t * q[i]),
});

/** A v of a whole matrix of the engine's list. */
function timesMatrix({ form, values }: MatrixValues, v: Float64Array): Float64Array {
  const W = v.length;
  return v.map((entry, i) => (form === 'diagonal' ? values[i] * entry : dot(values, i * W, v, 0, W)));
}

describe('the error on a plane', () => {
  const expectErrors = (workspace: Workspace, axes: Axes): void => {
    const errorAt = errorsOnPlane(workspace, axes);
    // Forth and back: what is kept from point to point must not show.
    const places = [0.7, -1.3, 0, 0.2].flatMap((s) => [0, -0.4, 1.1].map((t) => [s, t] as const));
    const found = places.map(([s, t]) => errorAt(s, t));
    const expected = places.map(([s, t]) => errorOf(createWorkspace(moved(workspace.problem, axes, s, t))));
    found.forEach((value, at) =>
      expectClose(`E at ${places[at].join(', ')}`, [value], [expected[at]], REORDERED),
    );
  };

  test('is the error of the network with those weights, along any directions', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        expectErrors(workspace, anyAxes(workspace.topology.W));
      }),
      { numRuns: 200 },
    );
  });

  test('and along two weights of any layers, where part of the network stands still', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        for (const [first, second] of somePairs(workspace.topology.W))
          expectErrors(workspace, axesOf(workspace, { axes: 'weights', first, second }));
      }),
      { numRuns: 100 },
    );
  });
});

describe('reduced matrices', () => {
  test.each(surfaceModels)('%s: [pᵀAp, pᵀAq, qᵀAq] of the whole matrix', (model) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const axes = anyAxes(workspace.topology.W);
        const matrix = matrixOf(model).compute(createWorkspace(problem));
        const [Ap, Aq] = [axes.p, axes.q].map((v) => timesMatrix(matrix, v));
        const expected = [inner(axes.p, Ap), inner(axes.q, Ap), inner(axes.q, Aq)];
        const scale = Math.sqrt(inner(Ap, Ap) + inner(Aq, Aq));
        expectClose('reduced', reducedMatrix(workspace, model, axes), expected, REORDERED, scale || 1);
      }),
      { numRuns: 150 },
    );
  });

  test('along two weights they are entries of the matrix', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const { W } = workspace.topology;
        const H = matrixOf('exact').compute(createWorkspace(problem)).values;
        const largest = H.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
        for (const [first, second] of somePairs(W)) {
          const axes = axesOf(workspace, { axes: 'weights', first, second });
          const entries = [H[first * (W + 1)], H[first * W + second], H[second * (W + 1)]];
          expectClose('entries', reducedMatrix(workspace, 'exact', axes), entries, REORDERED, largest || 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('along eigenvectors H is diagonal, holds the largest |λ|, and signs are fixed', () => {
    fc.assert(
      fc.property(randomProblem({ hidden: smoothKinds }), (problem) => {
        const workspace = createWorkspace(problem);
        const axes = axesOf(workspace, { axes: 'eigenvectors', first: 0, second: 1 });
        const again = axesOf(createWorkspace(problem), { axes: 'eigenvectors', first: 1, second: 0 });
        expect(again).toEqual({ p: axes.q, q: axes.p });
        const [first, cross, second]: Matrix2 = reducedMatrix(workspace, 'exact', axes);
        expectClose('pᵀHq', [cross], [0], 1e-8, Math.abs(first) || 1);
        const H = matrixOf('exact').compute(createWorkspace(problem));
        const { W } = workspace.topology;
        const library = new EigenvalueDecomposition(Matrix.from1DArray(W, W, H.values), {
          assumeSymmetric: true,
        });
        const sizes = library.realEigenvalues.map(Math.abs).sort((x, y) => y - x);
        expectClose('|λ|', [first, second].map(Math.abs), sizes.slice(0, 2), 1e-8, 1e-12);
        for (const v of [axes.p, axes.q]) {
          const Hv = timesMatrix(H, v);
          const λ = inner(v, Hv);
          expectClose(
            'Hv = λv',
            Hv,
            v.map((entry) => λ * entry),
            1e-4,
            Math.abs(first) || 1,
          );
          expect(Math.max(...v)).toBeGreaterThanOrEqual(-Math.min(...v));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('quadratic models against the error', () => {
  /** sup |E − Q| over the circle of radius r. */
  const gaps = (problem: Problem, radii: readonly number[]) => {
    const workspace = createWorkspace(problem);
    const { topology } = workspace;
    const axes = anyAxes(topology.W);
    const errorAt = errorsOnPlane(workspace, axes);
    const g = planeOf(workspace, { axes: 'weights', first: 0, second: 1 });
    const gradient = matrixFreeSlope(workspace, axes);
    return (model: (typeof surfaceModels)[number]): number[] => {
      const quadratic = { value: g.error, slope: gradient, matrix: reducedMatrix(workspace, model, axes) };
      return radii.map((r) =>
        Math.max(
          ...Array.from({ length: 16 }, (_, k) => {
            const [s, t] = [r * Math.cos((k * Math.PI) / 8), r * Math.sin((k * Math.PI) / 8)];
            return Math.abs(errorAt(s, t) - quadraticAt(quadratic, s, t));
          }),
        ),
      );
    };
  };
  /** By central differences of E alone: independent of the backward pass; errors of 1e-10. */
  function matrixFreeSlope(workspace: Workspace, axes: Axes): [number, number] {
    const errorAt = errorsOnPlane(workspace, axes);
    const central = (f: (h: number) => number): number => {
      const [coarse, fine] = [1e-3, 5e-4].map((h) => (f(h) - f(-h)) / (2 * h));
      return fine + (fine - coarse) / 3;
    };
    return [central((h) => errorAt(h, 0)), central((h) => errorAt(0, h))];
  }
  const seven = fc.sample(
    randomProblem({
      hidden: ['tanh'],
      losses: ['sum-of-squares'],
      outputs: ['identity'],
      hiddenLayers: { min: 2, max: 2 },
      patterns: { min: 4, max: 7 },
    }),
    { numRuns: 7, seed: 5 },
  );

  test.each(seven.map((problem, at) => [at, problem] as const))(
    'problem %i: the gap of exact H falls like r³, that of the others like r²',
    (_, problem) => {
      const gap = gaps(problem, [0.02, 0.01]);
      const order = ([coarse, fine]: readonly number[]): number => Math.log2(coarse / fine);
      // r⁴ terms bend the slope by a few per cent at r = 0.02.
      expect(order(gap('exact'))).toBeGreaterThan(2.8);
      for (const model of ['gauss-newton', 'diagonal'] as const) {
        expect(order(gap(model)), model).toBeGreaterThan(1.8);
        expect(order(gap(model)), model).toBeLessThan(2.2);
        expect(gap(model)[1]).toBeGreaterThan(gap('exact')[1]);
      }
    },
  );
});

describe('a plane', () => {
  test('says where each model has its minimum: no lower value around, and what E is there', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const workspace = createWorkspace(problem);
        const plane = planeOf(workspace, { axes: 'weights', first: 1, second: 0 });
        for (const model of surfaceModels) {
          const { minimum, shape, ...quadratic } = plane.models[model];
          expect(minimum === null).toBe(shape !== 'minimum');
          if (minimum === null) continue;
          const [s, t] = minimum.at;
          const around = [0, 1, 2, 3, 4, 5].map((k) =>
            quadraticAt(quadratic, s + Math.cos(k) * (1 + Math.abs(s)), t + Math.sin(k) * (1 + Math.abs(t))),
          );
          expect(Math.min(...around)).toBeGreaterThanOrEqual(minimum.predicted);
          if (Math.hypot(s, t) > 1e3) continue;
          const there = errorOf(createWorkspace(moved(problem, plane, s, t)));
          expectClose('E there', [minimum.actual], [there], 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('needs a finite error and indices that exist', () => {
    const [problem] = fc.sample(randomProblem({ losses: ['sum-of-squares'], outputs: ['exp'] }), {
      numRuns: 1,
      seed: 3,
    });
    const workspace = createWorkspace({ ...problem, parameters: problem.parameters.map(() => 1e200) });
    expect(() => planeOf(workspace, { axes: 'weights', first: 0, second: 1 })).toThrow(
      /^needs a finite error, E is: (Infinity|NaN)$/,
    );
    const { W } = workspace.topology;
    expect(() => axesOf(workspace, { axes: 'weights', first: 0, second: W })).toThrow(
      `internal: axes out of range: ${W}`,
    );
  });
});
