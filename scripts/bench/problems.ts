import type { ActivationKind } from '../../engine/activations/index.ts';
import { gaussians } from '../../engine/data/random.ts';
import { initialParameters } from '../../engine/experiment/initialise.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { chain, SUM_OF_SQUARES } from './networks.ts';

/** What is measured on: normal inputs and targets, always the same. */
export function problemOf(
  sizes: readonly number[],
  patterns: number,
  inside: ActivationKind = 'tanh',
): Problem {
  const network = chain(sizes, inside);
  return {
    network,
    loss: SUM_OF_SQUARES,
    weightDecay: 0,
    parameters: Float64Array.from(initialParameters(network, { seed: 1, scale: 1 })),
    batch: {
      N: patterns,
      inputs: gaussians(2, patterns * sizes[0]),
      targets: gaussians(3, patterns * sizes[sizes.length - 1]),
    },
  };
}
