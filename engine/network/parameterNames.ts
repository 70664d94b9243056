import { passesOf } from '../layers/index.ts';
import type { ColumnName } from '../layers/layer.ts';
import { INPUT, type Topology } from './topology.ts';

/** Which weight or bias an entry of the parameter vector is: w_ji to unit j of `layer` from unit i of `source`. */
export interface ParameterName {
  readonly layer: number;
  readonly layerName: string;
  /** Unit or channel that is fed, counted from 0. */
  readonly j: number;
  /** Where it comes from, null for a bias; of a kernel, i is the input channel and `kernel` the place within. */
  readonly source:
    ({ readonly layer: number; readonly layerName: string } & Pick<ColumnName, 'i' | 'kernel'>) | null;
}

/**
 * Names entry `index` of the parameter vector. O(layers).
 * @throws `parameter index out of range: 40`
 */
export function parameterName(topology: Topology, index: number): ParameterName {
  for (const layer of topology.layers) {
    if (index < layer.weights || index >= layer.biases + layer.rows) continue;
    const place = { layer: layer.index, layerName: layer.spec.name };
    if (index >= layer.biases) return { ...place, j: index - layer.biases, source: null };
    const column = (index - layer.weights) % layer.fanIn;
    const j = (index - layer.weights - column) / layer.fanIn;
    const { source, ...within } = passesOf(layer).columnName(layer, column);
    const layerName = source.layer < 0 ? INPUT : topology.layers[source.layer].spec.name;
    return { ...place, j, source: { layer: source.layer, layerName, ...within } };
  }
  throw new Error(`parameter index out of range: ${index}`);
}

/** Index in the parameter vector of the weight to row j of a layer's W (unit or channel) at column `column`. */
export const weightIndex = (topology: Topology, layer: number, j: number, column: number): number =>
  topology.layers[layer].weights + j * topology.layers[layer].fanIn + column;

/** Index in the parameter vector of the bias of unit or channel j of a layer. */
export const biasIndex = (topology: Topology, layer: number, j: number): number =>
  topology.layers[layer].biases + j;
