import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { eigenvaluesOf, type Matrix2, quadraticAt, shapeOf, stationaryPoint } from './quadratic.ts';

// No subnormal numbers: the library divides by what underflows.
const entry = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 1024);
const matrices = fc.tuple(entry, entry, entry);

describe('a quadratic in the plane', () => {
  test('eigenvalues are those of a library', () => {
    fc.assert(
      fc.property(matrices, ([a, b, c]) => {
        const library = new EigenvalueDecomposition(
          new Matrix([
            [a, b],
            [b, c],
          ]),
          { assumeSymmetric: true },
        );
        const expected = [...library.realEigenvalues].sort((p, q) => p - q);
        expectClose('eigenvalues', eigenvaluesOf([a, b, c]), expected, 1e-14);
      }),
    );
  });

  test('a tiny eigenvalue beside a large one keeps its digits', () => {
    // λ₁λ₂ = det = 1e-10 exactly, λ₁ + λ₂ = 1 + 1e-10.
    expect(eigenvaluesOf([1, 0, 1e-10])).toEqual([1e-10, 1]);
    expect(eigenvaluesOf([-1, 0, -1e-10])).toEqual([-1, -1e-10]);
    expect(eigenvaluesOf([0, 0, 0])).toEqual([0, 0]);
  });

  test.each<[Matrix2, string]>([
    [[2, 1, 2], 'minimum'],
    [[-2, 1, -2], 'maximum'],
    [[1, 2, 1], 'saddle'],
    [[1, 1, 1], 'flat'],
    [[0, 0, 3], 'flat'],
    [[0, 0, 0], 'flat'],
    [[NaN, 0, 1], 'flat'],
  ])('%j is a %s', (matrix, shape) => {
    expect(shapeOf(matrix)).toBe(shape);
  });

  test('at the stationary point the slope A x + g is zero', () => {
    fc.assert(
      fc.property(matrices, fc.tuple(entry, entry), (matrix, slope) => {
        const at = stationaryPoint({ matrix, slope });
        if (at === null) {
          expect(shapeOf(matrix)).toBe('flat');
          return;
        }
        const [pp, pq, qq] = matrix;
        const [s, t] = at;
        const size = Math.max(...matrix.map(Math.abs)) * Math.hypot(s, t);
        // Cancellation in adj A · g is at most the condition number 1e12 of what is not called flat.
        const sizes = eigenvaluesOf(matrix).map(Math.abs);
        const condition = Math.max(...sizes) / Math.min(...sizes);
        const rest = [pp * s + pq * t + slope[0], pq * s + qq * t + slope[1]];
        expectClose('A x + g', rest, [0, 0], 1e-14 * condition, size + Math.hypot(...slope) || 1);
      }),
    );
  });

  test('its value is the sum written out', () => {
    const Q = { value: 3, slope: [0.5, -1], matrix: [2, -1, 4] } as const;
    expect(quadraticAt(Q, 2, 3)).toBe(3 + 1 - 3 + 0.5 * (2 * 4 - 2 * 6 + 4 * 9));
  });
});
