import { biasIndex, parameterName, weightIndex } from '../../engine/network/parameterNames.ts';
import { INPUT, type Topology } from '../../engine/network/topology.ts';

/** Index in `next` of the weight or bias that has index `index` in `old`: between the same two units of the layers of the same names. Null when it is no more. */
export function sameParameter(old: Topology, index: number, next: Topology): number | null {
  if (index < 0 || index >= old.W) return null;
  const { layerName, j, source } = parameterName(old, index);
  const layer = next.layers.find(({ spec }) => spec.name === layerName);
  if (layer === undefined || j >= layer.units) return null;
  if (source === null) return biasIndex(next, layer.index, j);
  const nameOf = (at: number): string => next.layers[at]?.spec.name ?? INPUT;
  const read = layer.sources.find((candidate) => nameOf(candidate.layer) === source.layerName);
  if (read === undefined || source.i >= read.units) return null;
  return weightIndex(next, layer.index, j, read.column + source.i);
}
