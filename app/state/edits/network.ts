import { activationKinds, type ActivationKind } from '../../../engine/activations/index.ts';
import { hiddenActivationProblem, lossOutputProblem } from '../../../engine/experiment/compatibility.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { lossOf, type LossKind } from '../../../engine/losses/index.ts';
import { INPUT } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { withNetwork } from './withNetwork.ts';

const NEW_LAYER_UNITS = 3;

/** Why an activation can't stand at a layer, or null when it can. */
const refusal = (kind: ActivationKind, isOutput: boolean, loss: LossKind): string | null =>
  isOutput ? lossOutputProblem(loss, kind) : hiddenActivationProblem(kind);

/** The activations a layer may have, and why an output layer has not all of them to choose from. */
export function activationChoices(
  isOutput: boolean,
  loss: LossKind,
): { readonly kinds: readonly ActivationKind[]; readonly reason: string } {
  const kinds = activationKinds.filter((kind) => refusal(kind, isOutput, loss) === null);
  return { kinds, reason: isOutput ? lossOf(loss).reason : '' };
}

const withLayers = (experiment: Experiment, layers: readonly LayerSpec[]): Experiment =>
  withNetwork(experiment, { ...experiment.network, layers });

/** @throws `unknown layer: hidden9` */
function indexOfLayer(network: NetworkSpec, name: string): number {
  const index = network.layers.findIndex((layer) => layer.name === name);
  if (index < 0) throw new Error(`unknown layer: ${name}`);
  return index;
}

const isOutput = (network: NetworkSpec, index: number): boolean => index === network.layers.length - 1;

const changeLayer = (
  experiment: Experiment,
  index: number,
  change: (layer: LayerSpec) => LayerSpec,
): Experiment =>
  withLayers(
    experiment,
    experiment.network.layers.map((layer, at) => (at === index ? change(layer) : layer)),
  );

function freeName(network: NetworkSpec): string {
  const taken = new Set(network.layers.map((layer) => layer.name));
  let number = network.layers.length;
  while (taken.has(`hidden${number}`)) number += 1;
  return `hidden${number}`;
}

/** Adds a hidden layer before the output; the output reads it in place of the layer that came before. */
export const addLayer: Edit = (experiment) => {
  const { network } = experiment;
  const hidden = network.layers.slice(0, -1);
  const output = network.layers.at(-1);
  if (output === undefined) throw new Error('internal: network has no layers');
  const previous = hidden.at(-1);
  const from = previous?.name ?? INPUT;
  const name = freeName(network);
  const layer: LayerSpec = {
    name,
    kind: 'dense',
    units: NEW_LAYER_UNITS,
    activation: previous?.activation ?? 'tanh',
    from: [from],
  };
  const reads = [name, ...output.from.filter((source) => source !== from)];
  return withLayers(experiment, [...hidden, layer, { ...output, from: reads }]);
};

/** Removes a hidden layer; its readers read what it read. */
export function removeLayer(name: string): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, name);
    if (isOutput(network, index)) throw new Error(`the output layer can't be removed: ${name}`);
    const inherited = network.layers[index]?.from ?? [];
    const layers = network.layers
      .filter((layer) => layer.name !== name)
      .map((layer) => {
        if (!layer.from.includes(name)) return layer;
        const from = layer.from.flatMap((source) => (source === name ? inherited : [source]));
        return { ...layer, from: [...new Set(from)] };
      });
    return withLayers(experiment, layers);
  };
}

/**
 * Sets the number of units of a hidden layer.
 * @throws `units is 10000: allowed 1 to 256`, `output has one unit per target column of the data: 1`
 */
export function setUnits(name: string, units: number): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, name);
    const layer = network.layers[index];
    if (layer?.kind !== 'dense') throw new Error(`${name} has no units of its own: ${layer?.kind}`);
    const old = layer.units;
    if (units === old) return experiment;
    if (isOutput(network, index))
      throw new Error(`${name} has one unit per target column of the data: ${old}`);
    if (!Number.isInteger(units) || units < 1 || units > LIMITS.units)
      throw new Error(`units is ${units}: allowed 1 to ${LIMITS.units}`);
    return changeLayer(experiment, index, () => ({ ...layer, units }));
  };
}

/**
 * Sets the activation of a layer.
 * @throws `activation is softmax: allowed at the output only`, or why the loss doesn't go with it
 */
export function setActivation(name: string, activation: ActivationKind): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, name);
    if (network.layers[index]?.activation === activation) return experiment;
    const reason = refusal(activation, isOutput(network, index), experiment.loss.kind);
    if (reason !== null) throw new Error(reason);
    return changeLayer(experiment, index, (layer) => ({ ...layer, activation }));
  };
}

/**
 * Connects or disconnects an earlier layer (or `input`) and a later one.
 * @throws `hidden1 comes before its source: hidden2`, `output must read at least one layer: hidden1`
 */
export function toggleSkip(from: string, to: string): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, to);
    const source = from === INPUT ? -1 : indexOfLayer(network, from);
    if (source >= index) throw new Error(`${to} comes before its source: ${from}`);
    const reads = network.layers[index]?.from ?? [];
    if (reads.length === 1 && reads[0] === from)
      throw new Error(`${to} must read at least one layer: ${from}`);
    const next = reads.includes(from) ? reads.filter((name) => name !== from) : [...reads, from];
    return changeLayer(experiment, index, (layer) => ({ ...layer, from: next }));
  };
}
