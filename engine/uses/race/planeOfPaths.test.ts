import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { expectClose } from '../../testing/close.ts';
import { planeOfPaths, shadows } from './planeOfPaths.ts';

const size = (x: Float64Array): number => Math.sqrt(dot(x, 0, x, 0, x.length));

test('the plane holds start and goal, and shows the most of all planes that do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 1e6 }), (W, seed) => {
      const start = gaussians(seed, W);
      const points = Array.from({ length: 12 }, (_, k) => gaussians(seed + 1 + k, W));
      const goal = points[3];
      const axes = planeOfPaths(start, goal, points);
      expect(dot(axes.p, 0, axes.q, 0, W)).toBeCloseTo(0, 12);
      expect(size(axes.p)).toBeCloseTo(1, 12);
      expect(size(axes.q)).toBeCloseTo(1, 12);
      const { s, t, off } = shadows(axes, start, [start, goal, ...points]);
      expectClose('start', [s[0], t[0], off[0]], [0, 0, 0], 1e-12, 1);
      expectClose('goal', [s[1], t[1], off[1]], [size(goal.map((x, q) => x - start[q])), 0, 0], 1e-10, 1);
      // All there is across p, of which the largest eigenvalue is what q shows.
      const p = Matrix.columnVector(axes.p);
      const across = Matrix.eye(W).sub(p.mmul(p.transpose()));
      const X = new Matrix(points.map((x) => Array.from(x, (entry, q) => entry - start[q]))).mmul(across);
      const best = Math.max(...new EigenvalueDecomposition(X.transpose().mmul(X)).realEigenvalues);
      const shown = t.slice(2).reduce((sum, entry) => sum + entry * entry, 0);
      expectClose('shown', [shown], [best], 1e-8);
      points.forEach((x, k) => {
        const away = size(x.map((entry, q) => entry - start[q]));
        expect(Math.hypot(s[k + 2], t[k + 2], off[k + 2])).toBeCloseTo(away, 10);
      });
    }),
    { numRuns: 60 },
  );
});

test('paths that go nowhere, or straight on, still have a plane', () => {
  const start = Float64Array.of(1, 2, 3);
  const ahead = Float64Array.of(2, 2, 3);
  for (const goal of [start, ahead]) {
    const { p, q } = planeOfPaths(start, goal, [start, goal]);
    expectClose('p·p, p·q, q·q', [size(p), dot(p, 0, q, 0, 3), size(q)], [1, 0, 1], 1e-12);
  }
  expect(() => planeOfPaths(Float64Array.of(1), Float64Array.of(2), [])).toThrow(
    'a plane needs two weights, network has: 1',
  );
});
