import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { expectClose } from '../testing/close.ts';
import { createPlainKernels } from './kernels.ts';
import { mirrorBlock } from './mirror.ts';
import { dot, multiplyAB, multiplyABt, multiplyAtB } from './multiply.ts';
import { timesVector } from './timesVector.ts';

const side = fc.integer({ min: 1, max: 11 });
const shape = fc.tuple(side, side, side);

/** C = A Bᵀ as the sum of the formula. */
function naive(A: Float64Array, B: Float64Array, rows: number, columns: number, inner: number): Float64Array {
  return new Float64Array(rows * columns).map((_, at) => {
    let sum = 0;
    for (let q = 0; q < inner; q++)
      sum += A[Math.floor(at / columns) * inner + q] * B[(at % columns) * inner + q];
    return sum;
  });
}

/** The transpose of A [rows × columns]. */
const transpose = (A: Float64Array, rows: number, columns: number): Float64Array =>
  A.map((_, at) => A[(at % rows) * columns + Math.floor(at / rows)]);

// Up to 11 products summed in another order: some 11 roundings of 1.1e-16.
const REORDERED = 1e-14;

test('the three products and the dot table are sums of products, whatever the remainders of their tiles', () => {
  fc.assert(
    fc.property(shape, ([rows, columns, inner]) => {
      const A = gaussians(1, rows * inner);
      const B = gaussians(2, columns * inner);
      const expected = naive(A, B, rows, columns, inner);
      const twice = expected.map((entry) => 2 * entry);
      const run = (multiply: (C: Float64Array) => void): Float64Array => {
        const C = expected.slice();
        multiply(C);
        return C;
      };
      expectClose(
        'ABᵀ',
        run((C) => multiplyABt(A, B, C, rows, columns, inner)),
        twice,
        REORDERED,
      );
      const Bt = transpose(B, columns, inner);
      expectClose(
        'AB',
        run((C) => multiplyAB(A, Bt, C, rows, columns, inner)),
        twice,
        REORDERED,
      );
      const At = transpose(A, rows, inner);
      expectClose(
        'AᵀB',
        run((C) => multiplyAtB(At, Bt, C, rows, columns, inner)),
        twice,
        REORDERED,
      );
      expectClose(
        'table',
        run((C) => createPlainKernels().againstTable(B, columns, inner)(A, rows, C)),
        expected,
        REORDERED,
      );
    }),
    { numRuns: 500 },
  );
});

test('a matrix times a vector, and a dot product, are the plain sums, whatever the remainders', () => {
  fc.assert(
    fc.property(fc.nat(11), fc.nat(11), fc.nat(5), (rows, columns, first) => {
      const A = gaussians(1, rows * columns + first);
      const x = gaussians(2, columns);
      const expected = naive(A, x, rows, 1, columns);
      // Rows of a longer array, and numbers left over where the result goes.
      const y = new Float64Array(rows).fill(7);
      expect(timesVector(A, x, y)).toBe(y);
      expectClose('Ax', y, expected, REORDERED);
      const dots = expected.map((_, row) => dot(A, row * columns + first, x, 0, columns));
      expectClose('dot', dots, naive(A.subarray(first), x, rows, 1, columns), REORDERED);
    }),
    { numRuns: 500 },
  );
});

test('a block below the diagonal is mirrored, whatever remains of its strips, and nothing beside it is touched', () => {
  const count = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(count, count, count, fc.boolean(), (before, width, height, triangle) => {
      const W = before + width + height + 1;
      const rows = { from: before + width, end: before + width + height };
      const columns = triangle ? rows : { from: before, end: before + width };
      const A = gaussians(3, W * W);
      const expected = A.slice();
      for (let row = rows.from; row < rows.end; row++) {
        for (let column = columns.from; column < Math.min(columns.end, row); column++)
          expected[column * W + row] = A[row * W + column];
      }
      mirrorBlock(A, W, rows, columns);
      expectClose('A', A, expected, 0);
    }),
    { numRuns: 200 },
  );
});
