import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsOf, binsOf, largestOf } from './stripBars.ts';

it('puts every entry in exactly one bar, in order, and no more bars than fit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (W) => {
      const bins = binsOf(W, 220);
      expect(bins.length).toBe(Math.min(W, 110));
      expect(bins[0]?.from).toBe(0);
      expect(bins.at(-1)?.to).toBe(W);
      bins.forEach((bin, k) => {
        expect(bin.to).toBeGreaterThan(bin.from);
        if (k > 0) expect(bin.from).toBe(bins[k - 1]?.to);
      });
    }),
  );
});

it('shows the loudest entry of a bar with its sign, never a mean', () => {
  const values = Float64Array.of(1, -4, 2, 3);
  const { positive, negative } = barsOf(values, binsOf(4, 4), largestOf([values]), 4, 10);
  // two bars: −4 fills the lower half, 3 three quarters of the upper
  expect(negative).toBe('M0.00 5h1.60v5.00h-1.60z');
  expect(positive).toBe('M2.00 5h1.60v-3.75h-1.60z');
});

it('draws nothing of a vector of zeros', () => {
  expect(barsOf(new Float64Array(3), binsOf(3, 100), 0, 100, 10)).toEqual({ positive: '', negative: '' });
});
