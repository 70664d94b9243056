import type { Random } from './random.ts';

/**
 * A count from the Poisson distribution: below mean 10 by multiplying uniforms (Knuth), from there on by
 * transformed rejection (Hörmann 1993, PTRS). O(1). The mean itself where it is no finite number, 0 below 0.
 */
export function poissonDraw(mean: number, random: Random): number {
  if (!Number.isFinite(mean)) return mean;
  return mean < 10 ? byMultiplication(mean, random) : byRejection(mean, random);
}

function byMultiplication(mean: number, random: Random): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > floor; product *= random.uniform()) count += 1;
  return count;
}

/** The constants are those of the paper's table. */
function byRejection(mean: number, random: Random): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const U = random.uniform() - 0.5;
    const V = random.uniform();
    const room = 0.5 - Math.abs(U);
    const count = Math.floor(((2 * a) / room + b) * U + mean + 0.43);
    if (room >= 0.07 && V <= quick) return count;
    if (count < 0 || (room < 0.013 && V > room)) continue;
    if (Math.log((V * inverseAlpha) / (a / (room * room) + b)) <= logPoisson(count, mean)) return count;
  }
}

/**
 * ln of `e^(−λ) λᵏ/k!`. From k = 10 by Stirling's series, the next term of which is 8e-13, and with λ/k = 1 + d
 * as `k(ln(1+d) − d)`, so that λ and ln k! do not cancel however large they are.
 */
export function logPoisson(k: number, mean: number): number {
  if (k < 10) {
    let sum = -mean;
    for (let factor = 1; factor <= k; factor++) sum += Math.log(mean / factor);
    return sum;
  }
  const d = (mean - k) / k;
  const square = 1 / (k * k);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / k;
  return k * (Math.log1p(d) - d) - 0.5 * Math.log(2 * Math.PI * k) - series;
}
