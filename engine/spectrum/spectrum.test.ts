import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixOf } from '../curvature/index.ts';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { extremeEigenvalues } from './extremes.ts';
import { lanczosExtremes } from './lanczos.ts';
import { topEigenvector } from './topEigenvector.ts';

/** A symmetric matrix with known eigenvalues: A = (I − 2uuᵀ) diag(λ) (I − 2uuᵀ), u a unit vector. */
function reflected(eigenvalues: Float64Array, seed: number): Float64Array {
  const W = eigenvalues.length;
  const raw = gaussians(seed, W);
  const size = Math.sqrt(dot(raw, 0, raw, 0, W));
  const u = raw.map((entry) => entry / size);
  const P = (i: number, j: number): number => (i === j ? 1 : 0) - 2 * u[i] * u[j];
  return new Float64Array(W * W).map((_, at) => {
    let sum = 0;
    for (let k = 0; k < W; k++) sum += P(Math.floor(at / W), k) * eigenvalues[k] * P(k, at % W);
    return sum;
  });
}

test.each([5, 60, 200])('both ends of a matrix of side %i with known eigenvalues, within the bound', (W) => {
  const eigenvalues = gaussians(W, W).map((entry, q) => (q < W / 3 ? 0 : entry));
  const found = extremeEigenvalues({ form: 'dense', values: reflected(eigenvalues, 3) }, W);
  // Forming the matrix rounds as well: W ε ‖A‖ beside the stated bound.
  const allowed = found.bound + W * Number.EPSILON * 4;
  expect(Math.abs(found.smallest - Math.min(...eigenvalues))).toBeLessThanOrEqual(allowed);
  expect(Math.abs(found.largest - Math.max(...eigenvalues))).toBeLessThanOrEqual(allowed);
  expect(found.bound).toBeLessThanOrEqual(1e-7);
});

test('a diagonal form has its own ends', () => {
  expect(extremeEigenvalues({ form: 'diagonal', values: Float64Array.of(2, -1, 5) }, 3)).toEqual({
    smallest: -1,
    largest: 5,
    bound: 0,
  });
});

test('Lanczos stops at an invariant subspace', () => {
  const { smallest, largest } = lanczosExtremes((q) => q.map((entry) => 3 * entry), 6, 50, 1e-10);
  expectClose('3I', [smallest.value, largest.value], [3, 3], 1e-14);
});

test('the top eigenvector is one: H v = λ v with λ the largest eigenvalue', () => {
  fc.assert(
    fc.property(randomProblem({ hiddenLayers: { min: 1, max: 2 } }), (problem) => {
      const W = problem.parameters.length;
      const H = matrixOf('exact').compute(createWorkspace(problem));
      const { smallest, largest } = extremeEigenvalues(H, W);
      const v = topEigenvector(createWorkspace(problem));
      const Hv = v.map((_, row) => dot(H.values, row * W, v, 0, W));
      const scale = Math.max(Math.abs(smallest), Math.abs(largest), 1e-12);
      // Lanczos stops at a residual of 1e-10 of the norm, or at W steps with rounding only.
      expectClose(
        'Hv',
        Hv,
        v.map((entry) => largest * entry),
        1e-9,
        scale,
      );
    }),
    { numRuns: 200 },
  );
});
