import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { tridiagonalPairs } from './tridiagonal.ts';

/** The library fails where entries are next to underflow: those are left out. */
const entry = fc.oneof(
  fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x)),
  fc.constantFrom(0, 1, -1, 1e-12, 1e100),
);
const tridiagonal = fc
  .integer({ min: 1, max: 24 })
  .chain((k) =>
    fc.tuple(
      fc.array(entry, { minLength: k, maxLength: k }),
      fc.array(entry, { minLength: k - 1, maxLength: k - 1 }),
    ),
  );

// Backward stable: a few 2⁻⁵² for each of up to 24 rows, of the norm.
const ROUNDING = 1e-13;

test('pairs are those of the library, unit and at right angles', () => {
  fc.assert(
    fc.property(tridiagonal, ([alpha, beta]) => {
      const k = alpha.length;
      const T = Matrix.zeros(k, k);
      alpha.forEach((x, i) => T.set(i, i, x));
      beta.forEach((x, i) => {
        T.set(i, i + 1, x);
        T.set(i + 1, i, x);
      });
      const { values, vectors } = tridiagonalPairs(alpha, beta);
      const expected = new EigenvalueDecomposition(T, { assumeSymmetric: true }).realEigenvalues;
      const rising = (x: ArrayLike<number>): number[] => Array.from(x).sort((p, q) => p - q);
      const norm = Math.max(1e-300, ...alpha.map(Math.abs), ...beta.map(Math.abs));
      expectClose('eigenvalues', rising(values), rising(expected), ROUNDING, norm);
      for (let p = 0; p < k; p++) {
        const x = vectors.subarray(p * k, (p + 1) * k);
        const Tx = alpha.map(
          (diagonal, i) =>
            diagonal * x[i] + (i > 0 ? beta[i - 1] * x[i - 1] : 0) + (i < k - 1 ? beta[i] * x[i + 1] : 0),
        );
        expectClose(
          'Tx = λx',
          Tx,
          x.map((component) => values[p] * component),
          ROUNDING,
          norm,
        );
        for (let q = 0; q <= p; q++) {
          expect(dot(vectors, p * k, vectors, q * k, k)).toBeCloseTo(p === q ? 1 : 0, 12);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('rows of the eigenvectors that are carried alone are those of all, to the bit', () => {
  fc.assert(
    fc.property(tridiagonal, fc.uniqueArray(fc.nat(23), { maxLength: 3 }), ([alpha, beta], chosen) => {
      const k = alpha.length;
      const rows = chosen.filter((row) => row < k);
      const all = tridiagonalPairs(alpha, beta);
      const some = tridiagonalPairs(alpha, beta, rows);
      expect(some.values).toEqual(all.values);
      const expected = alpha.flatMap((_, pair) => rows.map((row) => all.vectors[pair * k + row]));
      expect(Array.from(some.vectors)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('an entry that is not a number is an error, not an endless loop', () => {
  expect(() => tridiagonalPairs([1, NaN, 2], [1, 1])).toThrow('internal: no eigenvalue after 60 sweeps');
});
