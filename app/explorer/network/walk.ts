import { biasIndex, parameterName, weightIndex } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';

export type Walk = 'left' | 'right' | 'up' | 'down' | 'previous-layer' | 'next-layer' | 'first' | 'last';

/** The key that walks each way. */
export const walkKeys: Partial<Record<string, Walk>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'previous-layer',
  PageDown: 'next-layer',
  Home: 'first',
  End: 'last',
};

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/**
 * The parameter next to `index`: ↑ ↓ go to the same input of the unit above or below, ← → to the unit's
 * previous or next input (its bias is the last) and on to the neighbouring layer.
 */
export function walk(topology: Topology, index: number, way: Walk): number {
  const { layer: l, j, source } = parameterName(topology, index);
  const columnsOf = (layer: number): number => topology.layers[layer]?.inputs ?? 0;
  const from =
    source === null ? undefined : topology.layers[l]?.sources.find((s) => s.layer === source.layer);
  const column = source === null || from === undefined ? columnsOf(l) : from.column + source.i;
  const at = (layer: number, unit: number, c: number): number => {
    const known = topology.layers[layer];
    if (known === undefined) return index;
    const unitThere = clamp(unit, known.units - 1);
    return c >= known.inputs
      ? biasIndex(topology, layer, unitThere)
      : weightIndex(topology, layer, unitThere, c);
  };
  const ways: Record<Walk, () => number> = {
    up: () => at(l, j - 1, column),
    down: () => at(l, j + 1, column),
    left: () => (column > 0 ? at(l, j, column - 1) : at(l - 1, j, columnsOf(l - 1))),
    right: () => (column < columnsOf(l) ? at(l, j, column + 1) : at(l + 1, j, 0)),
    'previous-layer': () => at(l - 1, j, 0),
    'next-layer': () => at(l + 1, j, 0),
    first: () => 0,
    last: () => topology.W - 1,
  };
  return ways[way]();
}
