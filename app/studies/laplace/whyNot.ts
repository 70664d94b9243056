import type { Experiment } from '../../../engine/experiment/document.ts';
import { type LossKind, lossOf } from '../../../engine/losses/index.ts';

/** Beyond this the matrices, their factors and the predictions of one change take too long. */
export const MOST_PARAMETERS = 200;

const likelihoods: readonly LossKind[] = ['sum-of-squares', 'binary-cross-entropy', 'softmax-cross-entropy'];

/** The targets are real numbers with Gaussian noise, else classes. */
export const isRegression = ({ loss }: Experiment): boolean => loss.kind === 'sum-of-squares';

/** Why this experiment has no Laplace approximation, in a sentence, or null. */
export function whyNot({ loss, parameters, weightDecay }: Experiment): string | null {
  if (!likelihoods.includes(loss.kind))
    return `Laplace’s approximation needs a probability of the targets: sum of squares, which is Gaussian noise, or a cross-entropy. The loss here is ${lossOf(loss.kind).label.toLowerCase()}.`;
  if (parameters.length > MOST_PARAMETERS)
    return `This network has W = ${parameters.length} parameters. The posteriors with four matrices follow every change, so this figure allows W up to ${MOST_PARAMETERS}.`;
  if (weightDecay === 0)
    return 'The weight decay is 0, so α = 0: the prior is as wide as can be and has no density. Directions that the data leave free get error bars without bound, and the evidence has no value. Any decay above 0 will do.';
  return null;
}
