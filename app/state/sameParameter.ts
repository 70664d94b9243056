import type { Layer, Source } from '../../engine/layers/layer.ts';
import { biasIndex, parameterName } from '../../engine/network/parameterNames.ts';
import { INPUT, type Topology } from '../../engine/network/topology.ts';
import { sameEntry } from './imagePlace.ts';

const sourceOf = ({ layers }: Topology, { sources }: Layer, name: string): Source | undefined =>
  sources.find(({ layer }) => (layers[layer]?.spec.name ?? INPUT) === name);

/**
 * Index in `next` of the weight or bias that has index `index` in `old`: between the same two units, pixels or
 * channels of layers of the same names and kinds, at the same place of the kernel. Null when it is no more.
 */
export function sameParameter(old: Topology, index: number, next: Topology): number | null {
  if (index < 0 || index >= old.W) return null;
  const { layer: at, layerName, j, source } = parameterName(old, index);
  const before = old.layers[at];
  const layer = next.layers.find(({ spec }) => spec.name === layerName);
  if (before === undefined || layer === undefined || j >= layer.rows) return null;
  if (before.spec.kind !== layer.spec.kind) return null;
  if (source === null) return biasIndex(next, layer.index, j);
  const [was, is] = [sourceOf(old, before, source.layerName), sourceOf(next, layer, source.layerName)];
  if (was === undefined || is === undefined) return null;
  const row = layer.weights + j * layer.fanIn;
  if (source.kernel !== undefined && layer.spec.kind === 'conv2d') {
    const { kernel } = layer.spec;
    const { row: r, column: c } = source.kernel;
    const isThere = source.i < (is.shape[0] ?? 0) && r < kernel && c < kernel;
    return isThere ? row + (source.i * kernel + r) * kernel + c : null;
  }
  const entry = sameEntry(was.shape, source.i, is.shape);
  return entry === null ? null : row + is.column + entry;
}
