import type { LayerSpec, NetworkSpec } from '../experiment/problem.ts';

/** The name under which a layer reads the inputs. */
export const INPUT = 'input';

/** Where a layer's inputs come from: a run of its columns of W. */
export interface Source {
  /** Index of the layer read; −1 for the inputs. */
  readonly layer: number;
  readonly units: number;
  /** First column of this source among the layer's inputs. */
  readonly column: number;
}

/** A layer with everything resolved to numbers. */
export interface Layer {
  readonly spec: LayerSpec;
  readonly index: number;
  readonly units: number;
  /** Number of inputs, the bias not counted. */
  readonly inputs: number;
  readonly sources: readonly Source[];
  /** Layers that read this one, and the column at which they find it. */
  readonly readers: readonly { readonly layer: number; readonly column: number }[];
  /** Offset of W (units × inputs, row-major) in the parameter vector. */
  readonly weights: number;
  /** Offset of the biases. */
  readonly biases: number;
}

export interface Topology {
  readonly inputUnits: number;
  readonly outputUnits: number;
  readonly layers: readonly Layer[];
  /** Number of parameters, biases included. */
  readonly W: number;
}

/**
 * Resolves names to indices and offsets. Parameter order: layer by layer; within a layer W row-major,
 * then the biases (PyTorch's `parameters_to_vector`).
 * @throws `layer hidden2 reads unknown layer: hidden9` when a name is not that of an earlier layer.
 */
export function topologyOf(network: NetworkSpec): Topology {
  const inputUnits = network.input.reduce((product, side) => product * side, 1);
  const indexOf = new Map<string, number>([[INPUT, -1]]);
  const layers: (Omit<Layer, 'readers'> & { readers: { layer: number; column: number }[] })[] = [];
  let offset = 0;
  network.layers.forEach((spec, index) => {
    let column = 0;
    const sources = spec.from.map((name): Source => {
      const layer = indexOf.get(name);
      if (layer === undefined) throw new Error(`layer ${spec.name} reads unknown layer: ${name}`);
      const source = { layer, units: layer < 0 ? inputUnits : layers[layer].units, column };
      if (layer >= 0) layers[layer].readers.push({ layer: index, column });
      column += source.units;
      return source;
    });
    const { units } = spec;
    layers.push({
      spec,
      index,
      units,
      inputs: column,
      sources,
      readers: [],
      weights: offset,
      biases: offset + units * column,
    });
    offset += units * (column + 1);
    indexOf.set(spec.name, index);
  });
  const output = layers.at(-1);
  if (output === undefined) throw new Error('network has no layers: 0');
  return { inputUnits, outputUnits: output.units, layers, W: offset };
}
