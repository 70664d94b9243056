import type { DirectionSpec } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { Edit } from '../experiment.ts';

const sameDirection = (a: DirectionSpec, b: DirectionSpec): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function check(direction: DirectionSpec, W: number): void {
  if (
    direction.kind === 'unit' &&
    !(Number.isInteger(direction.index) && direction.index >= 0 && direction.index < W)
  )
    throw new Error(`index of the unit vector is ${direction.index}: allowed 0 to ${W - 1}`);
  if (
    direction.kind === 'random' &&
    !(Number.isInteger(direction.seed) && direction.seed >= 0 && direction.seed <= LIMITS.seed)
  )
    throw new Error(`seed is ${direction.seed}: allowed 0 to ${LIMITS.seed}`);
}

/** Chooses the direction v of the product Hv on show. */
export const setDirection =
  (direction: DirectionSpec): Edit =>
  (experiment) => {
    check(direction, experiment.parameters.length);
    return sameDirection(direction, experiment.direction) ? experiment : { ...experiment, direction };
  };
