import { type DataSet, drawPatterns, stratified } from './dataSet.ts';
import { poissonDraw } from './poissonDraw.ts';

/** `t ~ Poisson(λ)`, `ln λ = 1.2 + sin 2x + ε` on [−1.5, 1.5]: rates from 1.2 to 9. */
export const counts: DataSet = {
  label: 'Counts',
  description:
    'How often something happened, Poisson-distributed about a rate that rises and falls with x; noise spreads the logarithm of the rate.',
  inputs: 1,
  outputs: 1,
  task: 'non-negative',
  defaults: { count: 60, noise: 0 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const x = stratified(n, count, -1.5, 1.5, random);
      const rate = Math.exp(1.2 + Math.sin(2 * x) + noise * random.normal());
      return { x: [x], t: [poissonDraw(rate, random)] };
    }),
};
