import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';

/** max |x − y|. */
export const largestDifference = (x: Float64Array, y: Float64Array): number =>
  x.reduce((most, entry, q) => Math.max(most, Math.abs(entry - (y[q] ?? NaN))), 0);

export const largestOf = (x: Float64Array): number =>
  x.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);

/** `hidden1 2 ← input 1`, `hidden1 2, bias`. */
export function shortName(topology: Topology, index: number): string {
  const { layerName, j, source } = parameterName(topology, index);
  const to = `${layerName} ${j + 1}`;
  return source === null ? `${to}, bias` : `${to} ← ${source.layerName} ${source.i + 1}`;
}
