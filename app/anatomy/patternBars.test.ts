import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barPatterns, contribution, countOfShare, orderOf, patternPicture } from './patternBars.ts';

const patterns = {
  gaussNewton: Float64Array.of(1, -2, 0, 3),
  residual: Float64Array.of(0.5, 1, 0, -1),
};

test('the largest contribution comes first, equal ones as in the data', () => {
  expect(orderOf(patterns, 'size')).toEqual([3, 0, 1, 2]);
  expect(orderOf(patterns, 'data')).toEqual([0, 1, 2, 3]);
});

test('how many patterns make a share', () => {
  // Sizes 2, 1.5, 1, 0 of 4.5 in all.
  expect(countOfShare(patterns, 0.4)).toBe(1);
  expect(countOfShare(patterns, 0.7)).toBe(2);
  expect(countOfShare(patterns, 1)).toBe(3);
  expect(countOfShare({ gaussNewton: new Float64Array(3), residual: new Float64Array(3) }, 0.8)).toBe(0);
});

test('a bar for each pattern, or the loudest of those that share one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 80 }),
      (values, width) => {
        const some = { gaussNewton: Float64Array.from(values), residual: new Float64Array(values.length) };
        const bars = barPatterns(some, orderOf(some, 'data'), width);
        expect(bars.length).toBe(Math.min(values.length, Math.max(1, Math.floor(width / 2))));
        const sizes = values.map(Math.abs);
        const loudest = Math.max(...bars.map((n) => Math.abs(contribution(some, n))));
        expect(loudest).toBe(Math.max(...sizes));
      },
    ),
  );
});

test('parts of one sign are stacked, parts of two signs face each other', () => {
  // From 3 above zero to 2 below: 5 units in 50 pixels, zero at 30.
  const { M, delta, zero } = patternPicture(patterns, [0, 1, 2, 3], 40, 50);
  expect(zero).toBe(30);
  expect(M).toBe('M0.00 30.00h8.00V20.00h-8.00zM10.00 30.00h8.00V50.00h-8.00zM30.00 30.00h8.00V0.00h-8.00z');
  expect(delta).toBe(
    'M0.00 20.00h8.00V15.00h-8.00zM10.00 30.00h8.00V20.00h-8.00zM30.00 30.00h8.00V40.00h-8.00z',
  );
});
