import type { LossKind } from '../losses/index.ts';
import { INPUT, type Topology, topologyOf } from '../network/topology.ts';
import { hiddenActivationProblem, lossOutputProblem } from './compatibility.ts';
import { LIMITS } from './limits.ts';
import type { NetworkSpec } from './problem.ts';
import { show } from './show.ts';

/** Names are unique, not reserved, and every layer reads earlier layers, each once. */
function checkNames({ layers }: NetworkSpec): void {
  const earlier = new Set([INPUT]);
  layers.forEach(({ name, from }, index) => {
    const field = `network.layers[${index}]`;
    if (name === INPUT || name in {}) throw new Error(`${field}.name is reserved: ${show(name)}`);
    if (earlier.has(name)) throw new Error(`${field}.name is taken: ${show(name)}`);
    from.forEach((source, at) => {
      if (!earlier.has(source)) throw new Error(`${field}.from names no earlier layer: ${show(source)}`);
      if (from.indexOf(source) !== at) throw new Error(`${field}.from is repeated: ${show(source)}`);
    });
    earlier.add(name);
  });
}

function checkActivations({ layers }: NetworkSpec, loss: LossKind): void {
  layers.forEach(({ activation }, index) => {
    const problem =
      index === layers.length - 1 ? lossOutputProblem(loss, activation) : hiddenActivationProblem(activation);
    if (problem !== null) throw new Error(`network.layers[${index}]: ${problem}`);
  });
}

/** A convolution's channels times pixels are units too, and pools alone have no parameters. */
function checkSize({ input }: NetworkSpec, { inputUnits, layers, W }: Topology): void {
  if (inputUnits > LIMITS.pixels)
    throw new Error(`network.input is ${input.join(' × ')}: allowed ${LIMITS.pixels} entries in all`);
  for (const { index, units } of layers) {
    if (units > LIMITS.pixels)
      throw new Error(`network.layers[${index}] has ${units} units: allowed 1 to ${LIMITS.pixels}`);
  }
  if (W < 1 || W > LIMITS.parameters)
    throw new Error(`network has ${W} parameters: allowed 1 to ${LIMITS.parameters}`);
}

/**
 * What a network of a document resolves to, held to the limits. Nothing is allocated, whatever sizes it names:
 * O(layers).
 * @throws Error naming field or layer, value and what is allowed: `network.layers[1].name is taken: hidden1`,
 *   `layer conv1 needs a kernel of at most 6: 9`
 */
export function checkNetwork(network: NetworkSpec, loss: LossKind): Topology {
  checkNames(network);
  checkActivations(network, loss);
  const topology = topologyOf(network);
  checkSize(network, topology);
  return topology;
}
