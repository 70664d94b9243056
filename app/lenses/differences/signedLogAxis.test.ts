import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedLogAxis } from './signedLogAxis.ts';

test('odd, rising, and a decade is as wide as any other far from zero', () => {
  const { place } = signedLogAxis(200);
  fc.assert(
    fc.property(
      fc.double({ min: -200, max: 200, noNaN: true }),
      fc.double({ min: 1e-3, max: 10, noNaN: true }),
      (x, by) => {
        expect(place(-x)).toBe(-place(x));
        expect(place(x + by)).toBeGreaterThan(place(x));
      },
    ),
  );
  expect(place(100) - place(10)).toBeCloseTo(Math.log(10), 8);
  expect(place(10) - place(1)).toBeCloseTo(Math.log(10), 6);
});

test('ticks are round, rise, and stand where their numbers are', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-8, max: 1e8, noNaN: true }), (largest) => {
      const { place, tickvals, ticktext } = signedLogAxis(largest);
      expect(ticktext).toHaveLength(tickvals.length);
      expect(tickvals.length).toBeGreaterThanOrEqual(5);
      expect(tickvals.length).toBeLessThanOrEqual(9);
      expect(tickvals.every((at, q) => q === 0 || at > (tickvals[q - 1] ?? NaN))).toBe(true);
      expect(Math.max(...tickvals)).toBeLessThanOrEqual(place(largest) + 1e-9);
    }),
  );
  expect(signedLogAxis(50).ticktext).toEqual(['−10', '−0.1', '−0.001', '0', '0.001', '0.1', '10']);
});

test('nothing but zeros, or nothing finite: zero alone', () => {
  expect(signedLogAxis(0).ticktext).toEqual(['0']);
  expect(signedLogAxis(NaN).ticktext).toEqual(['0']);
});
