/** The list of losses. A new one is a file of its own and a line here. */
import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { cauchy } from './cauchy.ts';
import type { Loss } from './loss.ts';
import { poisson } from './poisson.ts';
import { pseudoHuber } from './pseudoHuber.ts';
import { softmaxCrossEntropy } from './softmaxCrossEntropy.ts';
import { squaredNorm } from './squaredNorm.ts';
import { sumOfSquares } from './sumOfSquares.ts';

/** Every loss by its kind, in the order of menus. */
export const losses = {
  'sum-of-squares': sumOfSquares,
  'squared-norm': squaredNorm,
  'pseudo-huber': pseudoHuber,
  cauchy,
  poisson,
  'binary-cross-entropy': binaryCrossEntropy,
  'softmax-cross-entropy': softmaxCrossEntropy,
} satisfies Record<string, Loss>;

export type LossKind = keyof typeof losses;

/**
 * The loss of a kind.
 * @throws `unknown loss: hinge`
 */
export function lossOf(kind: LossKind): Loss {
  if (!Object.hasOwn(losses, kind)) throw new Error(`unknown loss: ${kind}`);
  return losses[kind];
}

/** All kinds, in the order of menus. */
export const lossKinds = Object.keys(losses) as readonly LossKind[];
