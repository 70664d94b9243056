import { describe, expect, test } from 'vitest';
import { poissonDraw } from './poissonDraw.ts';
import { randomStream } from './random.ts';

const DRAWS = 40_000;
const draw = (mean: number, seed: number): Float64Array => {
  const random = randomStream(seed);
  return Float64Array.from({ length: DRAWS }, () => poissonDraw(mean, random));
};

/** Largest distance between the share of draws ≤ k and the distribution function, by its own recurrence. */
function distance(draws: Float64Array, mean: number): number {
  const sorted = draws.toSorted();
  let largest = 0;
  let at = 0;
  let sum = 0;
  let logP = -mean;
  for (let k = 0; k <= sorted[sorted.length - 1]; k++) {
    if (k > 0) logP += Math.log(mean / k);
    sum += Math.exp(logP);
    while (at < sorted.length && sorted[at] <= k) at += 1;
    largest = Math.max(largest, Math.abs(at / sorted.length - sum));
  }
  return largest;
}

describe('Poisson counts', () => {
  test.each([0.3, 2, 9.9, 10, 11, 25, 300, 4000])('of mean %f are distributed as they should', (mean) => {
    // Kolmogorov–Smirnov: 1.95/√n is passed with p = 0.001 (discrete: less); the seed is fixed.
    expect(distance(draw(mean, 3), mean)).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  });

  test.each([0.01, 50, 1e6, 1e12, 1e15])('of mean %d have that mean and variance', (mean) => {
    const draws = draw(mean, 7);
    // Deviations from the mean: a sum of 1e15s would round.
    const off = draws.map((count) => count - mean);
    const average = off.reduce((sum, d) => sum + d, 0) / DRAWS;
    const variance = off.reduce((sum, d) => sum + d * d, 0) / DRAWS;
    // Standard errors √(λ/n) and √((2λ² + λ)/n); four of them are passed with p = 6e-5; the seed is fixed.
    expect(Math.abs(average)).toBeLessThan(4 * Math.sqrt(mean / DRAWS));
    expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((2 * mean * mean + mean) / DRAWS));
  });

  test('are whole, not below 0, and the same for the same seed', () => {
    for (const mean of [0.5, 12, 1e9]) {
      const draws = draw(mean, 1);
      expect(draws.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      expect(draw(mean, 1)).toEqual(draws);
    }
  });

  test('end also where the mean is no number a network should give', () => {
    const random = randomStream(1);
    expect([0, -3, NaN, Infinity].map((mean) => poissonDraw(mean, random))).toEqual([0, 0, NaN, Infinity]);
    expect(poissonDraw(1e300, random) / 1e300).toBeCloseTo(1, 12);
  });
});
