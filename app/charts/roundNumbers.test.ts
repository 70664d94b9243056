import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundEnds, roundTicks } from './roundNumbers.ts';

const size = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const width = fc.tuple(
  fc.double({ min: 1, max: 10, maxExcluded: true, noNaN: true }),
  fc.integer({ min: -6, max: 12 }),
);
const interval = fc
  .tuple(fc.oneof(size, fc.double({ min: -10, max: 10, noNaN: true })), width)
  .map(([low, [mantissa, power]]): readonly [number, number] => [low, low + mantissa * 10 ** power])
  .filter(([low, high]) => high - low > 1e-6 * Math.abs(low));
const count = fc.integer({ min: 2, max: 10 });

it('the ends are those of d3-scale, to the last bit', () => {
  fc.assert(
    fc.property(interval, count, ([low, high], steps) => {
      // adding 0 turns −0 into 0
      const ends = roundEnds(low, high, steps).map((end) => end + 0);
      expect(ends).toEqual(
        scaleLinear()
          .domain([low, high])
          .nice(steps)
          .domain()
          .map((end) => end + 0),
      );
    }),
  );
});

it('the ticks are those of d3-scale between 0 and any end, to the last bit', () => {
  fc.assert(
    fc.property(width, count, ([mantissa, power], steps) => {
      const end = mantissa * 10 ** power;
      const [ours, theirs] = [roundTicks(0, end, steps), scaleLinear([0, end], [0, 1]).ticks(steps)];
      expect(ours).toEqual(theirs);
    }),
    // an end that is no more than a rounding below a tick
    { examples: [[[1, -4], 4]] },
  );
});
