import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { matrixOf } from '../curvature/index.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { rProduct } from '../products/hessianVector.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { estimatedDensity, exactDensity, smoothed, spectralQuadratures } from './density.ts';
import { fullDecomposition } from './fullDecomposition.ts';
import { gaussQuadrature } from './gaussQuadrature.ts';
import { hutchinsonTrace } from './hutchinsonTrace.ts';
import { logDeterminantByCholesky, logDeterminantByQuadrature } from './logDeterminant.ts';
import { powerIteration } from './powerIteration.ts';

const operator =
  (A: Float64Array, W: number) =>
  (v: Float64Array): Float64Array =>
    v.map((_, row) => dot(A, row * W, v, 0, W));

/** The exact Hessian of a random network, its products by R{backprop}, and all its eigenpairs. */
const anyHessian = randomProblem({ layers: 'dense' }).map((problem) => {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const H = matrixOf('exact').compute(workspace).values;
  const size = Math.sqrt(dot(H, 0, H, 0, W * W));
  const apply = (v: Float64Array): Float64Array => rProduct(workspace, v);
  return { W, H, size, apply, ...fullDecomposition(H, W) };
});

/** `P diag(λ) P`, P = I − 2uuᵀ a reflection: a symmetric matrix of known eigenvalues. */
function withEigenvalues(values: readonly number[], seed: number): Float64Array {
  const W = values.length;
  const u = gaussians(seed, W);
  const square = dot(u, 0, u, 0, W);
  const P = (p: number, q: number): number => (p === q ? 1 : 0) - (2 * u[p] * u[q]) / square;
  return Float64Array.from({ length: W * W }, (_, at) =>
    values.reduce((sum, value, k) => sum + P(Math.floor(at / W), k) * value * P(k, at % W), 0),
  );
}

const sum = (x: Float64Array): number => x.reduce((total, entry) => total + entry, 0);

test('the full decomposition gives the matrix back, its vectors at right angles', () => {
  fc.assert(
    fc.property(anyHessian, ({ W, H, size, values, vectors }) => {
      const back = H.map((_, at) => {
        const [p, q] = [Math.floor(at / W), at % W];
        return values.reduce((total, value, k) => total + value * vectors[k * W + p] * vectors[k * W + q], 0);
      });
      expectClose('QΛQᵀ', back, H, 1e-12, size || 1);
      values.forEach((value, k) => expect(k === 0 || value <= values[k - 1]).toBe(true));
    }),
    { numRuns: 40 },
  );
  expect(() => fullDecomposition(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(
    'matrix has entries that are not finite: 2',
  );
});

describe('Gauss quadrature from any vector', () => {
  test('has its moments exactly, up to degree 2k − 1, and all of them after W steps', () => {
    fc.assert(
      fc.property(anyHessian, fc.integer({ min: 1, max: 5 }), ({ W, size, apply, values, vectors }, k) => {
        const v = gaussians(k, W);
        const vv = dot(v, 0, v, 0, W);
        const seen = values.map((_, p) => dot(vectors, p * W, v, 0, W) ** 2 / vv);
        for (const steps of [k, W]) {
          const { nodes, weights } = gaussQuadrature(apply, v, steps);
          expect(sum(weights)).toBeCloseTo(1, 12);
          for (let degree = 1; degree <= 2 * Math.min(steps, 5) - 1; degree++) {
            const moment = (at: Float64Array, share: Float64Array): number =>
              at.reduce((total, node, p) => total + share[p] * (node / (size || 1)) ** degree, 0);
            expect(Math.abs(moment(nodes, weights) - moment(values, seen))).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Errors in units of the standard error: mean square about 1, none beyond 6. */
function expectHonest(scores: number[]): void {
  const meanSquare = scores.reduce((total, score) => total + score * score, 0) / scores.length;
  expect(scores.length).toBeGreaterThan(30);
  expect(meanSquare).toBeGreaterThan(0.5);
  expect(meanSquare).toBeLessThan(1.6);
  expect(Math.max(...scores.map(Math.abs))).toBeLessThan(6);
}

test('Hutchinson’s trace is within its standard error of the sum of all eigenvalues; of a diagonal it is exact', () => {
  const scores: number[] = [];
  fc.assert(
    fc.property(anyHessian, fc.integer({ min: 1, max: 1000 }), ({ W, size, apply, values }, seed) => {
      const { mean, standardError } = hutchinsonTrace(apply, W, { probes: 64, seed });
      if (standardError > 1e-12 * size) scores.push((mean - sum(values)) / standardError);
      else expect(Math.abs(mean - sum(values))).toBeLessThanOrEqual(1e-10 * size);
    }),
    { numRuns: 100, seed: 2 },
  );
  expectHonest(scores);
  const exact = hutchinsonTrace((v) => v.map((x, q) => q * x), 5, { probes: 2, seed: 1 });
  expect([exact.mean, exact.standardError]).toEqual([10, 0]);
  expect(() => hutchinsonTrace((v) => v, 5, { probes: 1, seed: 1 })).toThrow(
    'probes are not a whole number from 2 up: 1',
  );
});

test('its standard error is that of the entries beside the diagonal, √(2 Σ A_ij² / S)', () => {
  const W = 30;
  const A = withEigenvalues(
    Array.from({ length: W }, (_, q) => Math.sin(q)),
    5,
  );
  let beside = 0;
  A.forEach((entry, at) => (beside += at % (W + 1) === 0 ? 0 : entry * entry));
  const { standardError } = hutchinsonTrace(operator(A, W), W, { probes: 4000, seed: 9 });
  expect(Math.abs(standardError / Math.sqrt((2 * beside) / 4000) - 1)).toBeLessThan(0.06);
});

test('the density is that of all eigenvalues within its standard error', () => {
  const values = Array.from({ length: 60 }, (_, q) => (q < 30 ? 0 : Math.cos(q) + q / 20));
  const A = withEigenvalues(values, 3);
  const grid = Float64Array.from({ length: 81 }, (_, g) => -2 + g / 10);
  const expected = exactDensity(Float64Array.from(values), grid, 0.15);
  const quadratures = spectralQuadratures(operator(A, 60), 60, { probes: 50, steps: 60, seed: 4 });
  const { density, standardError } = estimatedDensity(quadratures, grid, 0.15);
  const scores = Array.from(density, (height, g) => (height - expected[g]) / (standardError[g] + 1e-9));
  // Neighbours on the grid are not independent: one density, not 81.
  expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
  expect(scores.reduce((total, score) => total + score * score, 0) / 81).toBeLessThan(2.5);
  // The whole is 1: the grid reaches beyond both ends.
  expect(Math.abs(sum(density) / 10 - 1)).toBeLessThan(1e-3);
  expect(Math.abs(sum(expected) / 10 - 1)).toBeLessThan(1e-3);
  expect(() => smoothed(quadratures[0], grid, 0)).toThrow('width is not above 0: 0');
});

describe('the logarithm of the determinant', () => {
  const positive = fc.array(fc.constantFrom(0.2, 0.5, 1, 3, 8), { minLength: 2, maxLength: 25 });
  test('by Cholesky and by quadrature is the sum of the logarithms', () => {
    const scores: number[] = [];
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 1000 }), (values, seed) => {
        const W = values.length;
        const A = withEigenvalues(values, seed);
        const expected = values.reduce((total, value) => total + Math.log(value), 0);
        expect(Math.abs((logDeterminantByCholesky(A, W) ?? NaN) - expected)).toBeLessThan(1e-11);
        // Five different eigenvalues: five steps are exact for each probe.
        const settings = { probes: 40, steps: 5, seed: seed + 1 };
        const { mean, standardError } = logDeterminantByQuadrature(operator(A, W), W, settings);
        if (standardError > 1e-9) scores.push((mean - expected) / standardError);
        else expect(Math.abs(mean - expected)).toBeLessThan(1e-8);
      }),
      { numRuns: 100, seed: 3 },
    );
    expectHonest(scores);
  });

  test('does not exist for what is not positive definite, and it is said', () => {
    const A = withEigenvalues([2, 1, -0.5, 3], 1);
    expect(logDeterminantByCholesky(A, 4)).toBeNull();
    expect(() => logDeterminantByQuadrature(operator(A, 4), 4, { probes: 3, steps: 4, seed: 1 })).toThrow(
      /^operator is not positive definite, an eigenvalue is at most: -0\.(5|49999)/,
    );
  });
});

describe('power iteration', () => {
  const settings = { seed: 1, steps: 4000, tolerance: 1e-10 };
  test('finds the eigenvalue of largest size, of either sign, and stays within its residual of one', () => {
    fc.assert(
      fc.property(anyHessian, ({ W, size, apply, values }) => {
        const { value, residuals, status } = powerIteration(apply, W, { ...settings, steps: 300 });
        const residual = residuals[residuals.length - 1];
        const nearest = Math.min(...values.map((lambda) => Math.abs(lambda - value)));
        expect(nearest).toBeLessThanOrEqual(residual + 1e-12 * size);
        const largest = values.reduce((top, lambda) => Math.max(top, Math.abs(lambda)), 0);
        if (status === 'converged')
          expect(Math.abs(Math.abs(value) - largest)).toBeLessThanOrEqual(1e-6 * size);
      }),
      { numRuns: 60 },
    );
    const A = withEigenvalues([1, 2, -5, 3], 2);
    const found = powerIteration(operator(A, 4), 4, settings);
    expect(found.status).toBe('converged');
    expect(found.value).toBeCloseTo(-5, 12);
    expectClose(
      'Av = λv',
      operator(A, 4)(found.vector),
      found.vector.map((x) => -5 * x),
      1e-9,
    );
  });

  test('does not converge between λ and −λ, and says so', () => {
    const A = withEigenvalues([3, -3, 1], 2);
    const { status, residuals } = powerIteration(operator(A, 3), 3, { ...settings, steps: 100 });
    expect(status).toBe('steps');
    expect(residuals[99]).toBeGreaterThan(0.1);
    expect(() => powerIteration((v) => v, 3, { ...settings, steps: 0 })).toThrow(
      'steps are not a whole number from 1 up: 0',
    );
    expect(() => powerIteration((v) => v.fill(NaN), 3, settings)).toThrow('product is not finite: NaN');
  });
});
