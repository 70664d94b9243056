import { type DataSet, drawPatterns, stratified } from './dataSet.ts';

/** `t = (sin πx, cos πx / 2) + ε` on [−1, 1]: two targets that share their hidden units. */
export const twoOutputs: DataSet = {
  label: 'Two outputs',
  description:
    'A sine and a smaller cosine of the same input: two regressions that share their hidden units.',
  inputs: 1,
  outputs: 2,
  task: 'real',
  defaults: { count: 40, noise: 0.1 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const x = stratified(n, count, -1, 1, random);
      const t = [
        Math.sin(Math.PI * x) + noise * random.normal(),
        0.5 * Math.cos(Math.PI * x) + noise * random.normal(),
      ];
      return { x: [x], t };
    }),
};
