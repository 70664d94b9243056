import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { resizeParameters } from './parameters.ts';
import { restartTraining } from './training.ts';

/**
 * Replaces the network: weights between the same units stay, indices of parameters that are no more are
 * let go, and the training starts over.
 * @throws `layers is 9: allowed 1 to 8`, `W is 65793: allowed 1 to 20000`
 */
export function withNetwork(experiment: Experiment, network: NetworkSpec): Experiment {
  const { layers } = network;
  if (layers.length > LIMITS.layers)
    throw new Error(`layers is ${layers.length}: allowed 1 to ${LIMITS.layers}`);
  const { W } = topologyOf(network);
  if (W > LIMITS.parameters) throw new Error(`W is ${W}: allowed 1 to ${LIMITS.parameters}`);
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
