import { groupsOf, type Part } from './groups.ts';
import type { Topology } from './topology.ts';

/** What a run computes: so many whole matrices, and how often H from G, by adding what G lacks. */
export interface Load {
  readonly whole: number;
  readonly added: number;
}

/**
 * Multiplications a pattern of each group's rows up to the diagonal, by the layer-pair products of dense layers:
 * unit k with m inputs (bias counted) takes k + 1 unit pairs of its own layer with m(m+1)/2 input pairs, and all
 * parameters of earlier layers for each of its own; a unit pair b_kj itself one for each unit that reads j. H − G has
 * of these no pairs with an output, and of a layer that the outputs alone read the pairs k = j.
 */
function costsOf(topology: Topology, { whole, added }: Load): readonly number[] {
  const { layers } = topology;
  const last = layers.length - 1;
  const recursion = layers.map(({ readers }) =>
    readers.reduce((sum, reader) => sum + layers[reader.layer].units, 0),
  );
  return groupsOf(topology).map(({ layer, row, fanIn }) => {
    const own = fanIn + 1;
    const { weights: earlier, readers } = layers[layer];
    const within = (own * (own + 1)) / 2 + recursion[layer];
    const between =
      own * earlier +
      layers.slice(0, layer).reduce((sum, { units }, index) => sum + units * recursion[index], 0);
    const bends = readers.every((reader) => reader.layer === last);
    const lacking = layer === last ? earlier : (bends ? 1 : row + 1) * within + between;
    return whole * ((row + 1) * within + between) + added * lacking;
  });
}

/**
 * All groups as at most `count` runs that cost about the same, none empty. O(groups).
 */
export function splitInParts(
  topology: Topology,
  count: number,
  load: Load = { whole: 1, added: 0 },
): readonly Part[] {
  const costs = costsOf(topology, load);
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const parts: Part[] = [];
  let first = 0;
  let done = 0;
  costs.forEach((cost, group) => {
    done += cost;
    const last = group === costs.length - 1;
    // A group goes to the part in which most of it lies.
    const full = done + (costs[group + 1] ?? 0) / 2 >= (total * (parts.length + 1)) / count;
    if (!last && !full) return;
    parts.push({ first, end: group + 1 });
    first = group + 1;
  });
  return parts;
}
