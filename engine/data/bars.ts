import { type DataSet, drawPatterns, oneHot } from './dataSet.ts';
import type { Random } from './random.ts';

const SIDE = 6;

/** Which of the lines are on: neither all nor none, so that no image is of both classes. */
function lines(random: Random): readonly boolean[] {
  const chosen = 1 + Math.floor((2 ** SIDE - 2) * random.uniform());
  return Array.from({ length: SIDE }, (_, line) => ((chosen >> line) & 1) === 1);
}

/** Images of 6 × 6 whose rows (bars) or columns (stripes) are on, +1, or off, −1 (MacKay 2003, chapter 43). */
export const bars: DataSet = {
  label: 'Bars and stripes',
  description:
    'Small images of horizontal bars and vertical stripes, one class each: a small kernel tells them apart anywhere.',
  inputs: SIDE * SIDE,
  shape: [1, SIDE, SIDE],
  outputs: 2,
  task: 'one-hot',
  defaults: { count: 60, noise: 0.3 },
  draw: (count, noise, seed) =>
    drawPatterns(count, seed, (n, random) => {
      const stripes = n % 2;
      const on = lines(random);
      const x = Array.from({ length: SIDE * SIDE }, (_, pixel) => {
        const line = stripes === 1 ? pixel % SIDE : Math.floor(pixel / SIDE);
        return (on[line] ? 1 : -1) + noise * random.normal();
      });
      return { x, t: oneHot(stripes, 2) };
    }),
};
