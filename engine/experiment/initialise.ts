import { randomStream } from '../data/random.ts';
import { topologyOf } from '../network/topology.ts';
import type { Initialisation } from './document.ts';
import type { NetworkSpec } from './problem.ts';

/**
 * Weights and biases drawn as scale · N(0, 1/fan-in), in the order of the parameter vector (MATH §1). One
 * stream for all, so a change of a later layer leaves the weights of earlier ones as they were. O(W).
 * @throws when a layer reads an unknown layer (topologyOf)
 */
export function initialParameters(network: NetworkSpec, { seed, scale }: Initialisation): number[] {
  const random = randomStream(seed);
  return topologyOf(network).layers.flatMap(({ rows, fanIn }) => {
    const deviation = scale / Math.sqrt(fanIn);
    return Array.from({ length: rows * (fanIn + 1) }, () => deviation * random.normal());
  });
}
