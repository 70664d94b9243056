import { groupsOf, type Part } from './groups.ts';
import type { Topology } from './topology.ts';

/**
 * Multiplications a pattern of each group's rows up to the diagonal, by the layer-pair products of dense layers:
 * unit k with m inputs (bias counted) takes k + 1 unit pairs of its own layer with m(m+1)/2 input pairs, and all
 * parameters of earlier layers for each of its own.
 */
function costsOf(topology: Topology): readonly number[] {
  return groupsOf(topology).map(({ layer, row, fanIn }) => {
    const own = fanIn + 1;
    return (row + 1) * ((own * (own + 1)) / 2) + own * topology.layers[layer].weights;
  });
}

/**
 * All groups as at most `count` runs that cost about the same, none empty. O(groups).
 */
export function splitInParts(topology: Topology, count: number): readonly Part[] {
  const costs = costsOf(topology);
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
