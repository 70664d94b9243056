import { type DataSet, drawPatterns, oneHot } from './dataSet.ts';

const ARMS = 3;

/** Three arms r ∈ [0.15, 1.6] that turn by 4 radians from the centre outwards. */
export const spiral: DataSet = {
  label: 'Three-class spiral',
  description: 'Three arms wound around each other, one class each: hard for a small network.',
  inputs: 2,
  outputs: ARMS,
  task: 'one-hot',
  defaults: { count: 150, noise: 0.06 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const arm = n % ARMS;
      const along = random.uniform();
      const radius = 0.15 + 1.45 * along;
      const angle = (2 * Math.PI * arm) / ARMS + 4 * along;
      const x = [
        radius * Math.cos(angle) + noise * random.normal(),
        radius * Math.sin(angle) + noise * random.normal(),
      ];
      return { x, t: oneHot(arm, ARMS) };
    }),
};
