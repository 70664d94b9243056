import type { NetworkSpec } from '../experiment/problem.ts';
import { layerKindOf } from '../layers/index.ts';
import { type Layer, sizeOf, type Source } from '../layers/layer.ts';

/** The name under which a layer reads the inputs. */
export const INPUT = 'input';

export interface Topology {
  readonly inputUnits: number;
  readonly outputUnits: number;
  readonly layers: readonly Layer[];
  /** Number of parameters, biases included. */
  readonly W: number;
}

/**
 * Resolves names to indices, shapes and offsets. Parameter order: layer by layer; within a layer W row-major,
 * then the biases (PyTorch's `parameters_to_vector`).
 * @throws `layer hidden2 reads unknown layer: hidden9` when a name is not that of an earlier layer, and what
 *   the layer kinds say of shapes that they cannot read
 */
export function topologyOf(network: NetworkSpec): Topology {
  const indexOf = new Map<string, number>([[INPUT, -1]]);
  const layers: (Layer & { readers: { layer: number; column: number }[] })[] = [];
  let weights = 0;
  network.layers.forEach((spec, index) => {
    const sources = sourcesOf(spec, (name) => {
      const layer = indexOf.get(name);
      if (layer === undefined) throw new Error(`layer ${spec.name} reads unknown layer: ${name}`);
      return { layer, shape: layer < 0 ? network.input : layers[layer].shape };
    });
    for (const { layer, column } of sources) layers[layer]?.readers.push({ layer: index, column });
    const plan = layerKindOf(spec).plan(spec, sources);
    const { rows, fanIn } = plan;
    layers.push({
      spec,
      index,
      ...plan,
      units: sizeOf(plan.shape),
      inputs: sources.reduce((sum, { units }) => sum + units, 0),
      sources,
      readers: [],
      weights,
      biases: weights + rows * fanIn,
    });
    weights += rows * (fanIn + 1);
    indexOf.set(spec.name, index);
  });
  const output = layers.at(-1);
  if (output === undefined) throw new Error('network has no layers: 0');
  return { inputUnits: sizeOf(network.input), outputUnits: output.units, layers, W: weights };
}

/** What a layer reads, side by side. */
function sourcesOf(
  { from }: NetworkSpec['layers'][number],
  find: (name: string) => Pick<Source, 'layer' | 'shape'>,
): Source[] {
  let column = 0;
  return from.map((name) => {
    const { layer, shape } = find(name);
    const units = sizeOf(shape);
    const source = { layer, units, shape, column };
    column += units;
    return source;
  });
}

/** A network of dense layers alone, where every weight is used once a pattern. */
export const isDense = ({ layers }: Topology): boolean => layers.every(isDenseLayer);

const isDenseLayer = ({ spec }: Layer): boolean => spec.kind === 'dense';
