import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { Edit } from '../../state/experiment.ts';
import type { SurfacePicture } from './surfaceFollower.ts';

/**
 * Moves the weights to a place of a plane: w + s p + t q, w those of the picture. Neither another network's
 * picture nor a place beyond what a document may hold moves anything.
 */
export const goTo =
  (
    { question: { problem }, plane: { p, q } }: Pick<SurfacePicture, 'question' | 'plane'>,
    [s, t]: readonly [s: number, t: number],
  ): Edit =>
  (experiment) => {
    if (experiment.network !== problem.network) return experiment;
    const parameters = Array.from(
      problem.parameters,
      (weight, index) => weight + s * (p[index] ?? NaN) + t * (q[index] ?? NaN),
    );
    const isAllowed = parameters.every((weight) => Math.abs(weight) <= LIMITS.magnitude);
    return isAllowed ? { ...experiment, parameters } : experiment;
  };
