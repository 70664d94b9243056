import { groupsOf } from '../network/groups.ts';
import type { Topology } from '../network/topology.ts';

/** Which block each parameter belongs to: its layer, or its row of W with the bias (a unit or a channel). */
export type Blocks = 'layer' | 'unit';

/** A matrix [W × W] with everything outside the blocks on its diagonal left out, as a copy. O(W²). */
export function blocksOf(topology: Topology, values: Float64Array, blocks: Blocks): Float64Array {
  const { W } = topology;
  const block = new Int32Array(W);
  groupsOf(topology).forEach(({ layer, weights, fanIn, bias }, group) => {
    const number = blocks === 'layer' ? layer : group;
    block.fill(number, weights, weights + fanIn);
    block[bias] = number;
  });
  return values.map((entry, at) => (block[Math.floor(at / W)] === block[at % W] ? entry : 0));
}
