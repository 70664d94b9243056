import { type DataSet, drawPatterns, stratified } from './dataSet.ts';

/** `t = 0.8 x + 0.2 + ε` on [−1.5, 1.5]. */
export const line: DataSet = {
  label: 'Noisy line',
  description: 'A straight line with Gaussian noise: a linear model fits it as well as anything can.',
  inputs: 1,
  outputs: 1,
  task: 'real',
  defaults: { count: 40, noise: 0.25 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const x = stratified(n, count, -1.5, 1.5, random);
      return { x: [x], t: [0.8 * x + 0.2 + noise * random.normal()] };
    }),
};
