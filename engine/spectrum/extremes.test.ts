import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { createBasis } from './basis.ts';
import { extremeEigenvalues, extremeEigenvaluesSteps, extremesOfProducts } from './extremes.ts';
import { lanczosExtremes } from './lanczos.ts';
import { runToEnd } from './runToEnd.ts';

/** `P diag(λ) P`, P = I − 2uuᵀ a reflection, made symmetric to the bit. */
function withEigenvalues(values: readonly number[], seed: number): Float64Array {
  const W = values.length;
  const u = gaussians(seed, W);
  const square = dot(u, 0, u, 0, W);
  const P = (p: number, q: number): number => (p === q ? 1 : 0) - (2 * u[p] * u[q]) / square;
  const entry = (p: number, q: number): number =>
    values.reduce((sum, value, k) => sum + P(p, k) * value * P(k, q), 0);
  const A = new Float64Array(W * W);
  for (let p = 0; p < W; p++) for (let q = 0; q <= p; q++) A[p * W + q] = A[q * W + p] = entry(p, q);
  return A;
}

const product =
  (A: Float64Array, W: number) =>
  (v: Float64Array): Float64Array =>
    v.map((_, row) => dot(A, row * W, v, 0, W));

const seed = fc.integer({ min: 1, max: 1000 });
/** Eigenvalues that repeat, and those that lie next to each other. */
const spectrum = fc.array(
  fc.tuple(fc.constantFrom(-7, -3, 0, 1e-3, 2, 7), fc.constantFrom(0, 0, 1e-12, 1e-9, 1e-5, 0.1)),
  { minLength: 1, maxLength: 60 },
);

test('ends by products are those of the library, within the bound, where values repeat and cluster', () => {
  fc.assert(
    fc.property(spectrum, seed, (pairs, seed) => {
      const W = pairs.length;
      const A = withEigenvalues(
        pairs.map(([value, beside], q) => value + (q % 3) * beside),
        seed,
      );
      const all = new EigenvalueDecomposition(Matrix.from1DArray(W, W, A), { assumeSymmetric: true });
      const expected = all.realEigenvalues.sort((p, q) => p - q);
      const { smallest, largest, bound } = extremesOfProducts(product(A, W), W);
      // The library rounds as well: W ε ‖A‖.
      const allowed = bound + W * Number.EPSILON * 8;
      expect(Math.abs(smallest - expected[0])).toBeLessThanOrEqual(allowed);
      expect(Math.abs(largest - expected[W - 1])).toBeLessThanOrEqual(allowed);
      expect(bound).toBeLessThanOrEqual(1e-8 * 8);
    }),
    { numRuns: 300 },
  );
});

test('the bound of a run that ends early is the residual ‖Av − θv‖ of its vector', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 25 }), seed, (steps, seed) => {
      const W = 60;
      const A = withEigenvalues(Array.from(gaussians(seed + 1, W)), seed);
      const { smallest, largest } = lanczosExtremes(product(A, W), W, steps, 1e-8);
      for (const { value, vector, bound } of [smallest, largest]) {
        const residual = product(A, W)(vector).map((entry, q) => entry - value * vector[q]);
        // The bound adds k ε ‖A‖; products of W entries of a norm of about 3 round to less than 1e-13.
        expect(Math.abs(bound - Math.sqrt(dot(residual, 0, residual, 0, W)))).toBeLessThan(1e-12);
      }
    }),
    { numRuns: 100 },
  );
});

test('ends of a matrix too large for a full decomposition are those of the library', () => {
  const W = 170;
  const raw = gaussians(5, W * W);
  const A = raw.map((entry, at) => entry + raw[(at % W) * W + Math.floor(at / W)]);
  const all = new EigenvalueDecomposition(Matrix.from1DArray(W, W, A), { assumeSymmetric: true });
  const expected = all.realEigenvalues.sort((p, q) => p - q);
  const { smallest, largest, bound } = extremeEigenvalues({ form: 'dense', values: A }, W);
  expect(Math.abs(smallest - expected[0])).toBeLessThanOrEqual(bound);
  expect(Math.abs(largest - expected[W - 1])).toBeLessThanOrEqual(bound);
  // 1e-8 of the norm, about 2√(2W).
  expect(bound).toBeLessThanOrEqual(1e-8 * 40);
});

test('work that is interrupted after each product, with other work in between, ends in the same numbers', () => {
  const W = 170;
  const matrices = [1, 2].map((seed) => {
    const raw = gaussians(seed, W * W);
    const values = raw.map((entry, at) => entry + raw[(at % W) * W + Math.floor(at / W)]);
    return { form: 'dense', values } as const;
  });
  const alone = matrices.map((matrix) => extremeEigenvalues(matrix, W));
  const runs = matrices.map((matrix) => extremeEigenvaluesSteps(matrix, W));
  let steps = 0;
  for (const run of runs) for (let step = 0; step < 17; step++) expect(run.next().done).toBe(false);
  const ends = runs.map(() => null as ReturnType<typeof extremeEigenvalues> | null);
  while (ends.includes(null)) {
    runs.forEach((run, at) => {
      if (ends[at] !== null) return;
      const { done, value } = run.next();
      steps += 1;
      if (done === true) ends[at] = value;
    });
  }
  expect(ends).toEqual(alone);
  expect(steps).toBeGreaterThan(20);
  expect(runToEnd(extremeEigenvaluesSteps({ form: 'diagonal', values: Float64Array.of(2, -1) }, 2))).toEqual({
    smallest: -1,
    largest: 2,
    bound: 0,
  });
});

test('a vector is at right angles to a basis after one call, even where almost all of it lies within', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 80 }), fc.nat(100), seed, (W, size, seed) => {
      const basis = createBasis(W);
      const count = 1 + (size % (W - 1));
      for (let i = 0; i <= count; i++) {
        const x = gaussians(seed + i, W);
        // From the second on, x is a vector of the span but for its millionth part.
        if (i > 0) basis.vector(i - 1).forEach((entry, q) => (x[q] = entry + 1e-6 * x[q]));
        basis.orthogonalise(x);
        const length = Math.sqrt(dot(x, 0, x, 0, W));
        for (let k = 0; k < i; k++) {
          // Some W roundings of 2⁻⁵³.
          expect(Math.abs(dot(basis.vector(k), 0, x, 0, W)) / length).toBeLessThan(1e-13);
        }
        basis.add(x, 1 / length);
      }
    }),
    { numRuns: 60 },
  );
});
