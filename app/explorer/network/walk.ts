import { biasIndex, parameterName } from '../../../engine/network/parameterNames.ts';
import type { Layer } from '../../../engine/layers/layer.ts';
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

/** Weights of a kernel's side; 0 for a dense layer. */
const kernelOf = ({ spec }: Layer): number => (spec.kind === 'conv2d' ? spec.kernel : 0);

/** The weight above or below within a kernel, or at the other end of the next channel's kernel; null for none. */
function inKernel(
  layer: Layer,
  row: number,
  column: number,
  by: 1 | -1,
): readonly [row: number, column: number] | null {
  const kernel = kernelOf(layer);
  if (kernel === 0 || column >= layer.fanIn) return null;
  const line = Math.floor(column / kernel) % kernel;
  if (line + by >= 0 && line + by < kernel) return [row, column + by * kernel];
  const next = row + by;
  return next < 0 || next >= layer.rows ? [row, column] : [next, column - by * (kernel - 1) * kernel];
}

/**
 * The parameter next to `index`: ↑ ↓ go to the same input of the unit above or below, within a kernel from row to
 * row; ← → to the unit's or channel's previous or next weight (its bias is the last) and on to the neighbouring
 * layer. Layers without parameters are stepped over.
 */
export function walk(topology: Topology, index: number, way: Walk): number {
  const trained = topology.layers.filter(({ rows }) => rows > 0);
  const { layer: at, j } = parameterName(topology, index);
  const place = trained.findIndex((layer) => layer.index === at);
  const layer = trained[place];
  if (layer === undefined) return index;
  const column = index >= layer.biases ? layer.fanIn : (index - layer.weights) % layer.fanIn;
  const to = (target: Layer | undefined, row: number, c: number): number => {
    if (target === undefined) return index;
    const there = clamp(row, target.rows - 1);
    return c >= target.fanIn
      ? biasIndex(topology, target.index, there)
      : target.weights + there * target.fanIn + c;
  };
  const vertical = (by: 1 | -1): number => {
    const [row, c] = inKernel(layer, j, column, by) ?? [j + by, column];
    return to(layer, row, c);
  };
  const [previous, next] = [trained[place - 1], trained[place + 1]];
  const ways: Record<Walk, () => number> = {
    up: () => vertical(-1),
    down: () => vertical(1),
    left: () => (column > 0 ? to(layer, j, column - 1) : to(previous, j, previous?.fanIn ?? 0)),
    right: () => (column < layer.fanIn ? to(layer, j, column + 1) : to(next, j, 0)),
    'previous-layer': () => to(previous, j, 0),
    'next-layer': () => to(next, j, 0),
    first: () => 0,
    last: () => topology.W - 1,
  };
  return ways[way]();
}
