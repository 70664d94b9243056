import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockStart } from '../../workers/parts/cells.ts';
import { poolDiagonal, poolSigned } from './pool.ts';

const sizes = fc.integer({ min: 1, max: 24 }).chain((W) =>
  fc.record({
    W: fc.constant(W),
    P: fc.integer({ min: 1, max: W }),
    draw: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: W * W, maxLength: W * W }),
  }),
);

const symmetric = (W: number, draw: readonly number[]): Float64Array =>
  Float64Array.from({ length: W * W }, (_, at) => {
    const row = Math.floor(at / W);
    const column = at % W;
    return draw[Math.min(row, column) * W + Math.max(row, column)] ?? 0;
  });

const blockOf = (index: number, W: number, P: number): number => {
  let block = 0;
  while (block + 1 < P && blockStart(block + 1, W, P) <= index) block++;
  return block;
};

test('each cell keeps the largest magnitude of its block with its sign', () => {
  fc.assert(
    fc.property(sizes, ({ W, P, draw }) => {
      const values = symmetric(W, draw);
      const pooled = new Float64Array(P * P).fill(NaN);
      poolSigned(values, W, P, pooled);
      const largest = new Float64Array(P * P);
      const seen = Array.from({ length: P * P }, () => new Set<number>());
      for (let row = 0; row < W; row++) {
        for (let column = 0; column < W; column++) {
          const value = values[row * W + column]!;
          const cell = blockOf(row, W, P) * P + blockOf(column, W, P);
          largest[cell] = Math.max(largest[cell]!, Math.abs(value));
          seen[cell]!.add(value);
        }
      }
      pooled.forEach((value, cell) => {
        expect(Math.abs(value)).toBe(largest[cell]);
        expect(seen[cell]!.has(value)).toBe(true);
      });
      for (let row = 0; row < P; row++) {
        for (let column = 0; column < P; column++)
          expect(pooled[row * P + column]).toBe(pooled[column * P + row]);
      }
    }),
  );
});

test('opposite signs do not cancel', () => {
  const pooled = new Float64Array(1);
  poolSigned(Float64Array.of(1, -3, -3, 2.9), 2, 1, pooled);
  expect(pooled[0]).toBe(-3);
});

test('a pooled diagonal is the diagonal of the pooled matrix', () => {
  fc.assert(
    fc.property(sizes, ({ W, P, draw }) => {
      const diagonal = Float64Array.from(draw.slice(0, W));
      const dense = new Float64Array(W * W);
      diagonal.forEach((value, at) => (dense[at * W + at] = value));
      const pooled = new Float64Array(P);
      const pooledDense = new Float64Array(P * P);
      poolDiagonal(diagonal, W, P, pooled);
      poolSigned(dense, W, P, pooledDense);
      pooled.forEach((value, at) => expect(Math.abs(value)).toBe(Math.abs(pooledDense[at * P + at]!)));
    }),
  );
});

test('as many cells as entries: nothing changes', () => {
  const values = symmetric(
    5,
    Array.from({ length: 25 }, (_, at) => at - 12),
  );
  const pooled = new Float64Array(25);
  poolSigned(values, 5, 5, pooled);
  expect(pooled).toEqual(values);
});

test('of any two numbers the larger wins, unless they are all but equal', () => {
  const numbers = fc.double({ noNaN: true });
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const pooled = new Float64Array(1);
      poolSigned(Float64Array.of(one, other, other, one), 2, 1, pooled);
      const largest = Math.max(Math.abs(one), Math.abs(other));
      expect([one, other]).toContain(pooled[0]);
      const won = Math.abs(pooled[0]!);
      expect(won === largest || won >= largest * (1 - 1e-6) || largest < 1e-300).toBe(true);
    }),
  );
});

test('a number that is none is seen', () => {
  const pooled = new Float64Array(1);
  poolSigned(Float64Array.of(1, NaN, NaN, 5), 2, 1, pooled);
  expect(pooled[0]).toBeNaN();
});
