import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { expectClose } from '../testing/close.ts';
import { inertia } from './inertia.ts';
import { inertiaOfFactor, solveSymmetric, symmetricFactor } from './symmetricFactor.ts';

/** A random symmetric matrix; with `empty`, one whose diagonal is 0, so that it needs pivots of two rows. */
function symmetric(W: number, seed: number, empty: boolean): Float64Array {
  const drawn = gaussians(seed, W * W);
  return drawn.map((entry, at) => {
    const [row, column] = [Math.floor(at / W), at % W];
    return row === column && empty ? 0 : entry + drawn[column * W + row];
  });
}

/** `Σ_r u_r u_rᵀ − v vᵀ` over `rank − 1` vectors u: of known inertia where W is larger. */
function ofRank(W: number, rank: number, seed: number): Float64Array {
  const vectors = Array.from({ length: rank }, (_, r) => gaussians(seed + r, W));
  const A = new Float64Array(W * W);
  vectors.forEach((v, r) => {
    for (let at = 0; at < A.length; at++) A[at] += (r === 0 ? -1 : 1) * (v[Math.floor(at / W)] * v[at % W]);
  });
  return A;
}

const drawn = fc.record({
  W: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer({ min: 1, max: 10_000 }),
  empty: fc.boolean(),
});

test('L D Lᵀ is P A Pᵀ, with multipliers that complete pivoting bounds', () => {
  fc.assert(
    fc.property(drawn, ({ W, seed, empty }) => {
      const A = symmetric(W, seed, empty);
      const { L, diagonal, beside, order } = symmetricFactor(A, W);
      const D = Matrix.zeros(W, W);
      diagonal.forEach((entry, k) => D.set(k, k, entry));
      beside.forEach((entry, k) => {
        if (entry === 0) return;
        D.set(k, k + 1, entry);
        D.set(k + 1, k, entry);
      });
      const lower = Matrix.from1DArray(W, W, L);
      const product = lower.mmul(D).mmul(lower.transpose()).to1DArray();
      const permuted = product.map((_, at) => A[order[Math.floor(at / W)] * W + order[at % W]]);
      expectClose('LDLᵀ', product, permuted, 1e-13, 1e-12);
      // 1/0.64 for one pivot, and 2.78 for two (Bunch & Parlett 1971).
      expect(Math.max(...L.map(Math.abs))).toBeLessThan(2.79);
    }),
    { numRuns: 400 },
  );
});

test('the inertia is that of the eigenvalues, the solution that of the library', () => {
  fc.assert(
    fc.property(drawn, ({ W, seed, empty }) => {
      const A = symmetric(W, seed, empty);
      const factor = symmetricFactor(A, W);
      expect(inertiaOfFactor(factor)).toEqual(inertia(A, W));
      const b = gaussians(seed + 1, W);
      const x = solveSymmetric(factor, b);
      if (empty && W === 1) {
        expect(x).toBeNull();
        return;
      }
      const expected = solve(Matrix.from1DArray(W, W, A), Matrix.columnVector(b)).to1DArray();
      const Ax = A.reduce((sum, entry, at) => {
        sum[Math.floor(at / W)] += entry * (x?.[at % W] ?? NaN);
        return sum;
      }, new Float64Array(W));
      // Residuals are roundings of ‖A‖‖x‖, whatever the condition.
      const size = Math.max(1, ...expected.map(Math.abs));
      expectClose('A x', Ax, b, 1e-11 * size);
    }),
    { numRuns: 400 },
  );
});

test('of a matrix of lower rank the zeros are counted, and there is no solution', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(999),
      (rank, more, seed) => {
        const W = rank + more;
        const factor = symmetricFactor(ofRank(W, rank, 1 + seed), W);
        expect(inertiaOfFactor(factor)).toEqual({ positive: rank - 1, zero: more, negative: 1 });
        expect(solveSymmetric(factor, gaussians(1, W))).toBeNull();
      },
    ),
    { numRuns: 200 },
  );
  expect(inertiaOfFactor(symmetricFactor(new Float64Array(9), 3))).toEqual({
    positive: 0,
    zero: 3,
    negative: 0,
  });
  expect(() => symmetricFactor(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(
    'matrix has entries that are not finite: 2',
  );
});
