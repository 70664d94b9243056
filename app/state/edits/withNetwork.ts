import { dataColumns } from '../../../engine/data/batch.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { type Topology, topologyOf } from '../../../engine/network/topology.ts';
import { resizeParameters } from './parameters.ts';
import { restartTraining } from './training.ts';

/**
 * The network, resolved, if a document may hold it.
 * @throws `layers is 9: allowed 1 to 8`, `W is 65793: allowed 1 to 20000`,
 *   `conv1 gives 2304 numbers: allowed 1 to 784`, and what the layer kinds say of shapes that do not fit
 */
export function checkNetwork(network: NetworkSpec): Topology {
  const count = network.layers.length;
  if (count > LIMITS.layers) throw new Error(`layers is ${count}: allowed 1 to ${LIMITS.layers}`);
  const topology = topologyOf(network);
  for (const { spec, units } of topology.layers) {
    if (units > LIMITS.pixels)
      throw new Error(`${spec.name} gives ${units} numbers: allowed 1 to ${LIMITS.pixels}`);
  }
  if (topology.W > LIMITS.parameters)
    throw new Error(`W is ${topology.W}: allowed 1 to ${LIMITS.parameters}`);
  return topology;
}

/**
 * Replaces the network: weights that mean the same stay, indices of parameters that are no more are let go,
 * and the training starts over.
 * @throws what checkNetwork says, `output gives 8 numbers: allowed 3, one per target column of the data`,
 *   `network has no weights: at least one is needed`
 */
export function withNetwork(experiment: Experiment, network: NetworkSpec): Experiment {
  const { W, outputUnits } = checkNetwork(network);
  const { targets } = dataColumns(experiment.data);
  if (outputUnits !== targets)
    throw new Error(
      `${network.layers.at(-1)?.name} gives ${outputUnits} numbers: allowed ${targets}, one per target column of the data`,
    );
  if (W === 0) throw new Error('network has no weights: at least one is needed');
  const { entry: _entry, parameter: _parameter, ...view } = experiment.view;
  const { direction, parameters, initialisation } = experiment;
  return restartTraining({
    ...experiment,
    network,
    parameters: resizeParameters(experiment.network, parameters, network, initialisation),
    direction: direction.kind === 'unit' && direction.index >= W ? { kind: 'unit', index: 0 } : direction,
    view,
  });
}
