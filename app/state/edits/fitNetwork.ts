import type { ActivationKind } from '../../../engine/activations/index.ts';
import { dataColumns } from '../../../engine/data/batch.ts';
import { dataSetOf } from '../../../engine/data/index.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import type { DenseSpec, LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import type { Shape } from '../../../engine/layers/layer.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { withoutLayer } from './removedLayer.ts';

/** The shape of a pattern: that of the images that a set draws, else one number a column. */
export function inputShapeOf(data: DataSpec): Shape {
  const columns = [dataColumns(data).inputs];
  return 'set' in data ? (dataSetOf(data.set).shape ?? columns) : columns;
}

/** Whether a layer can stand behind the ones before it; a sum of one layer is none. */
function fits(input: Shape, before: readonly LayerSpec[], layer: LayerSpec): boolean {
  if (layer.kind === 'add' && layer.from.length < 2) return false;
  try {
    topologyOf({ input, layers: [...before, layer] });
    return true;
  } catch {
    return false;
  }
}

/** The hidden layers that can read what is before them; the readers of the others read what those read. */
function fitting(input: Shape, layers: readonly LayerSpec[]): readonly LayerSpec[] {
  const wrong = layers.findIndex(
    (layer, index) => index < layers.length - 1 && !fits(input, layers.slice(0, index), layer),
  );
  const name = layers[wrong]?.name;
  return name === undefined ? layers : fitting(input, withoutLayer(layers, name));
}

/** A network for other data: layers that can't read them are left out, and the output is dense with one unit a target. */
export function fitNetwork(network: NetworkSpec, data: DataSpec, activation: ActivationKind): NetworkSpec {
  const input = inputShapeOf(data);
  const { targets } = dataColumns(data);
  const layers = fitting(input, network.layers);
  const last = layers.at(-1);
  if (last === undefined) throw new Error('internal: network has no layers');
  const { name, from } = last;
  const output: DenseSpec = { name, kind: 'dense', units: targets, activation, from };
  return { input, layers: [...layers.slice(0, -1), output] };
}
