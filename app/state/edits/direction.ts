import type { DirectionSpec } from '../../../engine/experiment/problem.ts';
import type { Edit } from '../experiment.ts';
import { checkSeed, checkWhole } from './wholeNumbers.ts';

const sameDirection = (a: DirectionSpec, b: DirectionSpec): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function check(direction: DirectionSpec, W: number): void {
  if (direction.kind === 'unit') checkWhole('index of the unit vector', direction.index, 0, W - 1);
  if (direction.kind === 'random') checkSeed(direction.seed);
}

/**
 * Chooses the direction v of the product Hv on show.
 * @throws `index of the unit vector is 40: allowed whole numbers 0 to 12`
 */
export const setDirection =
  (direction: DirectionSpec): Edit =>
  (experiment) => {
    check(direction, experiment.parameters.length);
    return sameDirection(direction, experiment.direction) ? experiment : { ...experiment, direction };
  };
