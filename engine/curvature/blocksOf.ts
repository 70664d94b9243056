import { groupsOf, type Part } from '../network/groups.ts';
import { forEachRow, shareOf } from '../network/shares.ts';
import type { Topology } from '../network/topology.ts';

/** Which block each parameter belongs to: its layer, or its row of W with the bias (a unit or a channel). */
export type Blocks = 'layer' | 'unit';

/**
 * A matrix [W × W], or a part's share of it, with everything outside the blocks on its diagonal left out, as a copy.
 * O(entries).
 */
export function blocksOf(
  topology: Topology,
  part: Part | undefined,
  values: Float64Array,
  blocks: Blocks,
): Float64Array {
  const { W } = topology;
  const block = new Int32Array(W);
  groupsOf(topology).forEach(({ layer, weights, fanIn, bias }, group) => {
    const number = blocks === 'layer' ? layer : group;
    block.fill(number, weights, weights + fanIn);
    block[bias] = number;
  });
  if (part === undefined)
    return values.map((entry, at) => (block[Math.floor(at / W)] === block[at % W] ? entry : 0));
  const found = new Float64Array(values.length);
  forEachRow(shareOf(topology, part), (row, from, end, at) => {
    for (let column = from; column < end; column++) {
      const place = at + column - from;
      if (block[row] === block[column]) found[place] = values[place];
    }
  });
  return found;
}
