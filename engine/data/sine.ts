import { type DataSet, drawPatterns, stratified } from './dataSet.ts';

/** `t = sin πx + ε` on [−1.5, 1.5]: the regression problem of PRML figure 5.9, one period and a half. */
export const sine: DataSet = {
  label: 'Sine',
  description:
    'One and a half periods of a sine with Gaussian noise: the regression problem of PRML chapter 1.',
  inputs: 1,
  outputs: 1,
  task: 'real',
  defaults: { count: 40, noise: 0.15 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const x = stratified(n, count, -1.5, 1.5, random);
      return { x: [x], t: [Math.sin(Math.PI * x) + noise * random.normal()] };
    }),
};
