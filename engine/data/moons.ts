import { type DataSet, drawPatterns } from './dataSet.ts';

/** Two half circles of radius 1 that reach into each other, centred on the origin. */
export const moons: DataSet = {
  label: 'Two moons',
  description: 'Two half circles that reach into each other: the border between the classes must bend.',
  inputs: 2,
  outputs: 1,
  task: 'binary',
  defaults: { count: 120, noise: 0.16 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const lower = n % 2;
      const angle = Math.PI * random.uniform();
      const x = lower === 0 ? Math.cos(angle) - 0.5 : 0.5 - Math.cos(angle);
      const y = lower === 0 ? Math.sin(angle) - 0.25 : 0.25 - Math.sin(angle);
      return { x: [x + noise * random.normal(), y + noise * random.normal()], t: [lower] };
    }),
};
