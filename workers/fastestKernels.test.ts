import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { dotTable } from '../engine/kernels/dotTable.ts';
import { kernels, plainKernels } from '../engine/kernels/kernels.ts';
import { gaussians } from '../engine/data/random.ts';
import { expectClose } from '../engine/testing/close.ts';
import { chooseFastestKernels } from './fastestKernels.ts';

beforeAll(chooseFastestKernels);

test('SIMD kernels are there', () => {
  expect(kernels()).not.toBe(plainKernels);
});

const side = fc.integer({ min: 1, max: 23 });

test('SIMD and plain kernels agree, whatever the remainders of their tiles, one table after another', () => {
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 70 }), side, (S, R, N, again) => {
      const B = gaussians(1, S * N);
      const other = gaussians(2, S * N);
      const times = kernels().againstTable(B, S, N);
      const timesOther = kernels().againstTable(other, S, N);
      for (const [table, multiply, rows] of [
        [B, times, R],
        [other, timesOther, again],
        [B, times, again],
      ] as const) {
        const A = gaussians(3, rows * N);
        const C = new Float64Array(rows * S);
        const expected = new Float64Array(rows * S);
        multiply(A, rows, C);
        dotTable(A, rows, table, S, N, expected);
        // 70 products summed in another order, each rounded to 1.1e-16 of its size.
        expectClose('C', C, expected, 1e-14, 1);
      }
    }),
    { numRuns: 500 },
  );
});

test('the module grows to hold a large table', () => {
  const [R, S, N] = [300, 400, 200];
  const [A, B] = [gaussians(4, R * N), gaussians(5, S * N)];
  const C = new Float64Array(R * S);
  const expected = new Float64Array(R * S);
  kernels().againstTable(B, S, N)(A, R, C);
  dotTable(A, R, B, S, N, expected);
  expectClose('C', C, expected, 1e-13);
});
