import { INPUT, type Topology } from './topology.ts';

/** Which weight or bias an entry of the parameter vector is: w_ji to unit j of `layer` from unit i of `source`. */
export interface ParameterName {
  readonly layer: number;
  readonly layerName: string;
  /** Unit that is fed, counted from 0. */
  readonly j: number;
  /** Where it comes from; null for a bias. */
  readonly source: { readonly layer: number; readonly layerName: string; readonly i: number } | null;
}

/**
 * Names entry `index` of the parameter vector. O(layers).
 * @throws `parameter index out of range: 40`
 */
export function parameterName(topology: Topology, index: number): ParameterName {
  for (const layer of topology.layers) {
    if (index < layer.weights || index >= layer.biases + layer.units) continue;
    const place = { layer: layer.index, layerName: layer.spec.name };
    if (index >= layer.biases) return { ...place, j: index - layer.biases, source: null };
    const j = Math.floor((index - layer.weights) / layer.inputs);
    const column = (index - layer.weights) % layer.inputs;
    for (const source of layer.sources) {
      const i = column - source.column;
      if (i < 0 || i >= source.units) continue;
      const layerName = source.layer < 0 ? INPUT : topology.layers[source.layer].spec.name;
      return { ...place, j, source: { layer: source.layer, layerName, i } };
    }
  }
  throw new Error(`parameter index out of range: ${index}`);
}

/** Index in the parameter vector of the weight to unit j of a layer at input column `column`. */
export const weightIndex = (topology: Topology, layer: number, j: number, column: number): number =>
  topology.layers[layer].weights + j * topology.layers[layer].inputs + column;

/** Index in the parameter vector of the bias of unit j of a layer. */
export const biasIndex = (topology: Topology, layer: number, j: number): number =>
  topology.layers[layer].biases + j;
