import { type DataSet, drawPatterns } from './dataSet.ts';

/** Circles of radius 0.6 (t = 1) and 1.4 (t = 0) about the origin. */
export const circles: DataSet = {
  label: 'Circles',
  description: 'One class inside the other: the border between them is closed.',
  inputs: 2,
  outputs: 1,
  task: 'binary',
  defaults: { count: 120, noise: 0.12 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const inner = n % 2;
      const radius = inner === 1 ? 0.6 : 1.4;
      const angle = 2 * Math.PI * random.uniform();
      const x = [
        radius * Math.cos(angle) + noise * random.normal(),
        radius * Math.sin(angle) + noise * random.normal(),
      ];
      return { x, t: [inner] };
    }),
};
