import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { expectClose } from '../testing/close.ts';
import { allEigenvalues } from './allEigenvalues.ts';
import { lanczosTop } from './lanczos.ts';
import { dot } from '../kernels/multiply.ts';

test('the second difference: λ_k = 2 − 2 cos(kπ/(W+1)), the largest first', () => {
  const W = 40;
  const values = new Float64Array(W * W);
  for (let q = 0; q < W; q++) {
    values[q * (W + 1)] = 2;
    if (q + 1 < W) values[q * (W + 1) + 1] = values[(q + 1) * W + q] = -1;
  }
  const expected = Array.from({ length: W }, (_, q) => 2 - 2 * Math.cos(((W - q) * Math.PI) / (W + 1)));
  expectClose('eigenvalues', allEigenvalues({ form: 'dense', values }, W), expected, 1e-14);
});

test('of a diagonal: its entries', () => {
  expect(Array.from(allEigenvalues({ form: 'diagonal', values: Float64Array.of(-1, 10, 2) }, 3))).toEqual([
    10, 2, -1,
  ]);
});

test('what is not a number has no eigenvalues', () => {
  expect(
    allEigenvalues({ form: 'dense', values: Float64Array.of(1, NaN, NaN, 1) }, 2).every(Number.isNaN),
  ).toBe(true);
});

test('of random networks: the sum is the trace, the sum of squares ‖H‖², and the largest are those of Lanczos', () => {
  fc.assert(
    fc.property(randomProblem({ layers: 'dense' }), (problem) => {
      const workspace = createWorkspace(problem);
      const { W } = workspace.topology;
      const H = matrixOf('exact').compute(workspace);
      const eigenvalues = allEigenvalues(H, W);
      const size = Math.sqrt(dot(H.values, 0, H.values, 0, W * W));
      const trace = H.values.reduce((sum, entry, q) => sum + (q % (W + 1) === 0 ? entry : 0), 0);
      const sum = eigenvalues.reduce((total, value) => total + value, 0);
      const norm = Math.sqrt(eigenvalues.reduce((total, value) => total + value * value, 0));
      expect(Math.abs(sum - trace)).toBeLessThanOrEqual(1e-12 * W * size);
      expect(Math.abs(norm - size)).toBeLessThanOrEqual(1e-12 * size);
      const apply = (v: Float64Array): Float64Array => v.map((_, row) => dot(H.values, row * W, v, 0, W));
      const [top] = lanczosTop(apply, W, 1, 240, 1e-12);
      const largest = Math.max(Math.abs(eigenvalues[0]), Math.abs(eigenvalues[W - 1]));
      expect(Math.abs(Math.abs(top.value) - largest)).toBeLessThanOrEqual(1e-9 * size);
    }),
    { numRuns: 40 },
  );
});
