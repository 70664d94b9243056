import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import { rProduct } from '../../engine/products/hessianVector.ts';
import { hutchinsonTrace } from '../../engine/spectrum/hutchinsonTrace.ts';
import { logDeterminantByQuadrature } from '../../engine/spectrum/logDeterminant.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import type { DensityRequest } from '../protocol/density.ts';
import { density } from './density.ts';
import { densityProbes } from './densityProbes.ts';
import { example } from './testing/example.ts';

const base: Omit<DensityRequest, 'problem'> = {
  matrix: 'exact',
  damping: 0,
  steps: 64,
  axis: 'log',
  width: 0.03,
};

/** By the trapezoidal rule on equal steps. */
const integral = (values: ArrayLike<number>, places: Float64Array): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) * ((places[1] ?? NaN) - (places[0] ?? NaN));

test('what is exact is that of a library, and densities have the integral 1 on either axis', () => {
  fc.assert(
    fc.property(randomProblem(), fc.constantFrom('linear', 'log'), (drawn, axis) => {
      const problem = { ...drawn, weightDecay: 0.4 };
      const { exact, grid, smallest, largest, refused } = density({ ...base, problem, axis });
      expect(refused).toBeNull();
      const W = problem.parameters.length;
      const A = Matrix.from1DArray(W, W, matrixOf('exact').compute(createWorkspace(problem)).values);
      const values = new EigenvalueDecomposition(A, { assumeSymmetric: true }).realEigenvalues;
      const size = Math.max(...values.map(Math.abs));
      expectClose(
        'trace',
        [exact?.trace ?? NaN],
        [values.reduce((sum, value) => sum + value, 0)],
        1e-12,
        size,
      );
      const low = Math.min(...values);
      if (low > 1e-9 * size) {
        const logs = values.reduce((sum, value) => sum + Math.log(value), 0);
        expectClose('ln|A|', [exact?.logDeterminant ?? NaN], [logs], 1e-7, W);
      } else if (low < -1e-9 * size) expect(exact?.logDeterminant).toBeNull();
      expect(integral(exact?.density ?? [], grid.places)).toBeCloseTo(1, 3);
      // With as many steps as weights Lanczos has reached both ends.
      expectClose('ends', [smallest.value, largest.value], [low, Math.max(...values)], 1e-7, size);
      const probes = densityProbes({ ...base, problem, seed: 3, from: 0, to: 2, grid });
      expect(integral(probes.densities.subarray(0, grid.places.length), grid.places)).toBeCloseTo(1, 3);
    }),
    { numRuns: 60 },
  );
});

test('the same products give trace and log-determinant as the engine estimates them, however they are divided', () => {
  const problem = { ...example([2, 4, 1], 12), weightDecay: 20 };
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const apply = (v: Float64Array): Float64Array => rProduct(workspace, v);
  const { grid } = density({ ...base, problem });
  const request = { ...base, problem, damping: 1.5, seed: 7, steps: 9, grid };
  const whole = densityProbes({ ...request, from: 0, to: 6 });
  const traces = hutchinsonTrace(apply, W, { probes: 6, seed: 7 });
  expectClose('traces', whole.traces, traces.values, 1e-12);
  const shifted = (v: Float64Array): Float64Array => apply(v).map((entry, q) => entry + 1.5 * (v[q] ?? NaN));
  const logs = logDeterminantByQuadrature(shifted, W, { probes: 6, seed: 7, steps: 9 });
  expectClose('logs', whole.logDeterminants, logs.values, 1e-9);
  const parts = [
    densityProbes({ ...request, from: 0, to: 4 }),
    densityProbes({ ...request, from: 4, to: 6 }),
  ];
  expect(parts.flatMap(({ traces: some }) => Array.from(some))).toEqual(Array.from(whole.traces));
  expect(parts.flatMap(({ densities }) => Array.from(densities))).toEqual(Array.from(whole.densities));
});

test('an indefinite matrix has no log-determinant; a large network has estimates alone, a huge one a reason', () => {
  const problem = { ...example([2, 4, 1], 12), weightDecay: 0 };
  const { exact, grid } = density({ ...base, problem });
  expect(exact?.logDeterminant).toBeNull();
  const probes = densityProbes({ ...base, problem, seed: 1, from: 0, to: 3, grid });
  expect(probes.smallestNode).toBeLessThan(0);
  expect(probes.logDeterminants.some(Number.isNaN)).toBe(true);
  const large = density({ ...base, problem: example([4, 100, 1], 3), steps: 8 });
  expect(large.exact).toBeNull();
  expect(large.noExact).toMatch(/^All eigenvalues are computed up to W = 400; W is 601/);
  expect(large.smallest.bound).toBeGreaterThan(0);
  const huge = density({ ...base, problem: example([15, 255, 60], 1000) });
  expect(huge.refused).toMatch(/fewer steps may do\.$/);
});
