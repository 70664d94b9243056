import type { Workspace } from '../curvature/workspace.ts';
import { rForwardSweep } from '../network/sweeps.ts';
import type { Topology } from '../network/topology.ts';
import type { Weight } from './weight.ts';

/** What a change of one pre-activation a_j does to everything after it. */
export interface Reach {
  /** ∂a_u/∂a_j of unit u of a layer in pattern n: the sum over all paths from j to u of the products of w and h'. */
  slope(layer: number, u: number, n: number): number;
  /** ∂z/∂a_j of column `column` of what a layer reads. */
  inputSlope(layer: number, column: number, n: number): number;
  /** Paths from j to each unit of a layer; within j's own layer 1 for j itself. */
  paths(layer: number): number;
  /** Whether unit u of a layer depends on a_j; j does. */
  reaches(layer: number, u: number): boolean;
}

/** Paths from unit j of layer l to any one unit of every layer: dense layers send each path to all their units. */
function pathCounts({ layers }: Topology, l: number): readonly number[] {
  const counts = layers.map(() => 0);
  counts[l] = 1;
  for (const { index, sources } of layers.slice(l + 1)) {
    for (const { layer, units } of sources) {
      if (layer >= l) counts[index] += counts[layer] * (layer === l ? 1 : units);
    }
  }
  return counts;
}

/** R{·} for a step of the bias of unit j, `R{a_j} = 1`, one forward sweep (PRML 5.99). For dense networks. O(N W). */
export function reachOf({ topology, problem, forward }: Workspace, { layer: l, j, bias }: Weight): Reach {
  const v = new Float64Array(topology.W);
  v[bias] = 1;
  const { Ra, Rzin } = rForwardSweep(topology, problem.parameters, [v], forward);
  const counts = pathCounts(topology, l);
  return {
    slope: (layer, u, n) => Ra[layer][n * topology.layers[layer].units + u],
    inputSlope: (layer, column, n) => Rzin[layer]?.[n * topology.layers[layer].inputs + column] ?? 0,
    paths: (layer) => counts[layer],
    reaches: (layer, u) => (layer === l ? u === j : counts[layer] > 0),
  };
}
