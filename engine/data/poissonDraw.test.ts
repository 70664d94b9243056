import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { logPoisson, poissonDraw } from './poissonDraw.ts';
import { randomStream } from './random.ts';

const DRAWS = 40_000;
const draw = (mean: number, seed: number, length = DRAWS): Float64Array => {
  const random = randomStream(seed);
  return Float64Array.from({ length }, () => poissonDraw(mean, random));
};

/** Pearson's Σ (O − E)²/E over the counts that E ≥ 20 draws should give, in standard deviations from its mean. */
function chiSquare(draws: Float64Array, mean: number): number {
  const observed = new Map<number, number>();
  for (const count of draws) observed.set(count, (observed.get(count) ?? 0) + 1);
  let statistic = 0;
  let cells = 0;
  for (let k = 0; k < mean + 10 * Math.sqrt(mean) + 10; k++) {
    const expected = draws.length * Math.exp(summed(k, mean));
    if (expected < 20) continue;
    statistic += ((observed.get(k) ?? 0) - expected) ** 2 / expected;
    cells += 1;
  }
  return (statistic - cells) / Math.sqrt(2 * cells);
}

/** ln of e^(−λ) λᵏ/k!, factor by factor. */
function summed(k: number, mean: number): number {
  let sum = -mean;
  for (let factor = 1; factor <= k; factor++) sum += Math.log(mean / factor);
  return sum;
}

describe('Poisson counts', () => {
  test.each([0.3, 2, 9.9, 10, 11, 25, 300, 4000])('of mean %f are distributed as they should', (mean) => {
    // Within 4 standard deviations; a χ² of 20 cells passes them with p = 1e-3 at most; the seed is fixed.
    expect(Math.abs(chiSquare(draw(mean, 3, 400_000), mean))).toBeLessThan(4);
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

  test('have probabilities to twelve digits, at any size', () => {
    for (const mean of [0.3, 9.9, 10, 25, 300]) {
      for (const k of [0, 1, 9, 10, 11, 17, 40, 300])
        expectClose(`ln p(${k})`, [logPoisson(k, mean)], [summed(k, mean)], 1e-12);
    }
    // At k = λ: −½ ln 2πk − 1/(12k) + 1/(360k³), k ε from k itself.
    for (const k of [1e3, 1e6, 1e12])
      expectClose(`ln p(${k})`, [logPoisson(k, k)], [-0.5 * Math.log(2 * Math.PI * k) - 1 / (12 * k)], 1e-11);
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
