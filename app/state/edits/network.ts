import { activationKinds, type ActivationKind } from '../../../engine/activations/index.ts';
import { hiddenActivationProblem, lossOutputProblem } from '../../../engine/experiment/compatibility.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { lossOf, type LossKind } from '../../../engine/losses/index.ts';
import { INPUT, topologyOf } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { numbersOf } from './layerNumbers.ts';
import { readsImage } from './newLayer.ts';
import { withoutLayer } from './removedLayer.ts';
import { withNetwork } from './withNetwork.ts';

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

/** Removes a hidden layer; its readers read what it read. */
export function removeLayer(name: string): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, name);
    if (isOutput(network, index)) throw new Error(`the output layer can't be removed: ${name}`);
    return withLayers(experiment, withoutLayer(network.layers, name));
  };
}

/**
 * Sets a number of a layer: its units, its kernel.
 * @throws `units is 10000: allowed 1 to 256`, `output has one unit per target column of the data: 1`, and what
 *   the layers that read it say of its new shape
 */
export function setNumber(name: string, field: string, value: number): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, name);
    const layer = topologyOf(network).layers[index];
    const number = layer === undefined ? undefined : numbersOf(layer)[field];
    if (number === undefined) throw new Error(`${name} has no such number: ${field}`);
    const { label, min, max } = number;
    if (value === number.value) return experiment;
    if (isOutput(network, index) && field === 'units')
      throw new Error(`${name} has one unit per target column of the data: ${number.value}`);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new Error(`${label.toLowerCase()} is ${value}: allowed ${min} to ${max}`);
    return changeLayer(experiment, index, (spec) => ({ ...spec, [field]: value }));
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
 * Connects or disconnects an earlier layer (or `input`) and a later one; a layer that reads only one image
 * reads that one instead.
 * @throws `hidden1 comes before its source: hidden2`, `output must read at least one layer: hidden1`, and what
 *   the layer says of shapes that do not fit
 */
export function toggleSkip(from: string, to: string): Edit {
  return (experiment) => {
    const { network } = experiment;
    const index = indexOfLayer(network, to);
    const source = from === INPUT ? -1 : indexOfLayer(network, from);
    if (source >= index) throw new Error(`${to} comes before its source: ${from}`);
    const layer = network.layers[index];
    const reads = layer?.from ?? [];
    if (reads.length === 1 && reads[0] === from)
      throw new Error(`${to} must read at least one layer: ${from}`);
    const others = reads.filter((name) => name !== from);
    const replaces = layer !== undefined && readsImage(layer.kind);
    const next = replaces ? [from] : reads.includes(from) ? others : [...reads, from];
    return changeLayer(experiment, index, (spec) => ({ ...spec, from: next }));
  };
}
