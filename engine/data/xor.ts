import { type DataSet, drawPatterns } from './dataSet.ts';

const CORNERS = [
  [1, 1],
  [1, -1],
  [-1, -1],
  [-1, 1],
] as const;

/** Exclusive or: four corners ±0.9, t = 1 where the signs differ. */
export const xor: DataSet = {
  label: 'XOR',
  description:
    'Four clusters at the corners of a square, opposite corners of one class: no straight line parts them.',
  inputs: 2,
  outputs: 1,
  task: 'binary',
  defaults: { count: 80, noise: 0.2 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const [right, up] = CORNERS[n % 4];
      const x = [0.9 * right + noise * random.normal(), 0.9 * up + noise * random.normal()];
      return { x, t: [right === up ? 0 : 1] };
    }),
};
