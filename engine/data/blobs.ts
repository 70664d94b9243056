import { type DataSet, drawPatterns, oneHot } from './dataSet.ts';

const CLASSES = 3;

/** Three Gaussians at the corners of a triangle, 1.1 from the origin. */
export const blobs: DataSet = {
  label: 'Three blobs',
  description: 'Three Gaussian clouds that overlap a little, one class each.',
  inputs: 2,
  outputs: CLASSES,
  task: 'one-hot',
  defaults: { count: 90, noise: 0.4 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const k = n % CLASSES;
      const angle = Math.PI / 2 + (2 * Math.PI * k) / CLASSES;
      const x = [
        1.1 * Math.cos(angle) + noise * random.normal(),
        1.1 * Math.sin(angle) + noise * random.normal(),
      ];
      return { x, t: oneHot(k, CLASSES) };
    }),
};
