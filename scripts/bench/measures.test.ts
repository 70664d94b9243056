import { expect, test } from 'vitest';
import { logLogSlope } from './slope.ts';
import { quantile, timeInTurn } from './stopwatch.ts';

test('the slope is the power, whatever the factor', () => {
  const points = [50, 100, 300, 2000].map((W) => [W, 0.7 * W ** 2.5] as const);
  // a few roundings of logarithms
  expect(logLogSlope(points)).toBeCloseTo(2.5, 12);
});

test('quantiles lie between the sorted values', () => {
  expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 10], 0)).toBe(1);
  expect(quantile([1, 2, 3, 10], 1)).toBe(10);
  expect(quantile([7], 0.25)).toBe(7);
});

test('contestants are timed in turn, promises to their end, and leave when their budget is spent', async () => {
  const order: string[] = [];
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  const effort = { sample: 1, rounds: 4, budget: 10, atLeast: 2, warmUp: 1 };
  const { quick, slow } = await timeInTurn(
    {
      quick: () => void order.push('quick'),
      slow: async () => {
        await pause();
        order.push('slow');
      },
    },
    effort,
  );
  expect(quick.samples).toBe(4);
  expect(slow.samples).toBe(2);
  // a timer of 20 ms may fire up to a millisecond early
  expect(slow.median).toBeGreaterThan(18);
  expect(slow.quartiles[0]).toBeLessThanOrEqual(slow.median);
  expect(order.indexOf('slow')).toBeLessThan(order.lastIndexOf('quick'));
});

test('one that fails stops, and the others go on', async () => {
  let calls = 0;
  const effort = { sample: 1, rounds: 3, budget: 1000, atLeast: 1, warmUp: 1 };
  const { fails, lasts } = await timeInTurn(
    {
      fails: () => {
        calls += 1;
        throw new Error('no memory');
      },
      lasts: () => undefined,
    },
    effort,
  );
  expect(calls).toBe(1);
  expect(fails).toEqual({
    fastest: NaN,
    median: NaN,
    quartiles: [NaN, NaN],
    samples: 0,
    stopped: 'Error: no memory',
  });
  expect(lasts.samples).toBe(3);
});
