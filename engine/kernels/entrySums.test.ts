import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addEntrySums } from './entrySums.ts';

const numbers = fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 })), {
  minLength: 1,
});

test('sums over a run are those of its entries, each taken as often as said', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.nat(), fc.constantFrom(1, 2), (pairs, first, last, times) => {
      const [A, H] = [0, 1].map((which) => Float64Array.from(pairs, (pair) => pair[which]));
      const from = first % pairs.length;
      const end = from + (last % (pairs.length - from + 1));
      const sums = { squares: 1, differences: 2, largest: 3 };
      addEntrySums(A, H, from, end, times, sums);
      const run = pairs.slice(from, end);
      // whole numbers: no rounding
      expect(sums.squares).toBe(1 + times * run.reduce((sum, [a]) => sum + a ** 2, 0));
      expect(sums.differences).toBe(2 + times * run.reduce((sum, [a, h]) => sum + (a - h) ** 2, 0));
      expect(sums.largest).toBe(Math.max(3, ...run.map(([a]) => Math.abs(a))));
    }),
  );
});

test('what is no number makes the squares none', () => {
  const sums = { squares: 0, differences: 0, largest: 0 };
  addEntrySums(Float64Array.of(1, NaN), Float64Array.of(1, 1), 0, 2, 1, sums);
  expect(sums.squares).toBeNaN();
});
