import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { lanczosTop } from './lanczos.ts';

/** `P diag(λ) P`, P = I − 2uuᵀ a reflection: a symmetric matrix of known eigenvalues, as an operator. */
function withEigenvalues(values: readonly number[], seed: number): (q: Float64Array) => Float64Array {
  const W = values.length;
  const u = gaussians(seed, W);
  const size = dot(u, 0, u, 0, W);
  const reflect = (x: Float64Array): Float64Array => {
    const along = (2 * dot(u, 0, x, 0, W)) / size;
    return x.map((entry, q) => entry - along * u[q]);
  };
  return (q) => reflect(reflect(q).map((entry, i) => values[i] * entry));
}

const TOLERANCE = 1e-12;

test('the largest eigenvalues, as often as they repeat, with orthonormal eigenvectors', () => {
  const spectrum = fc.array(fc.constantFrom(-3, -2, 0, 0.5, 1, 2, 2.5, 7), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      spectrum,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 1000 }),
      (values, rank, seed) => {
        const W = values.length;
        const apply = withEigenvalues(values, seed);
        const pairs = lanczosTop(apply, W, rank, 240, TOLERANCE);
        const sizes = values.map(Math.abs).sort((p, q) => q - p);
        expect(pairs).toHaveLength(Math.min(rank, W));
        pairs.forEach(({ value, vector }, i) => {
          // Residuals are below 1e-12 of the largest |λ| ≤ 7, and products of unit vectors round to W ε.
          expect(Math.abs(Math.abs(value) - sizes[i])).toBeLessThan(2e-11);
          const image = apply(vector);
          image.forEach((entry, q) => expect(Math.abs(entry - value * vector[q])).toBeLessThan(2e-11));
          pairs.forEach((other, j) => {
            const overlap = dot(vector, 0, other.vector, 0, W);
            expect(Math.abs(overlap - (i === j ? 1 : 0))).toBeLessThan(1e-10);
          });
        });
      },
    ),
    { numRuns: 300 },
  );
});
