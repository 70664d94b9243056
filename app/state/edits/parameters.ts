import type { Initialisation, NetworkSpec } from '../../../engine/experiment/document.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { INPUT, topologyOf, type Topology } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { restartTraining } from './training.ts';

/** Calls `visit(key, index)` for every parameter; the key says which weight or bias it is whatever else the network holds. */
function visitParameters(topology: Topology, visit: (key: string, index: number) => void): void {
  for (const layer of topology.layers) {
    for (let j = 0; j < layer.units; j++) {
      for (const source of layer.sources) {
        const name = topology.layers[source.layer]?.spec.name ?? INPUT;
        const first = layer.weights + j * layer.inputs + source.column;
        for (let i = 0; i < source.units; i++)
          visit(JSON.stringify([layer.spec.name, j, name, i]), first + i);
      }
      visit(JSON.stringify([layer.spec.name, j]), layer.biases + j);
    }
  }
}

/**
 * The parameters of a changed network: a weight between the same two units of the same two layers (by
 * name) keeps its value, every other one comes from the initialisation.
 */
export function resizeParameters(
  oldNetwork: NetworkSpec,
  oldParameters: readonly number[],
  newNetwork: NetworkSpec,
  initialisation: Initialisation,
): number[] {
  const kept = new Map<string, number>();
  visitParameters(topologyOf(oldNetwork), (key, index) => {
    const value = oldParameters[index];
    if (value !== undefined) kept.set(key, value);
  });
  const parameters = Array.from(initialParameters(newNetwork, initialisation));
  visitParameters(topologyOf(newNetwork), (key, index) => {
    const value = kept.get(key);
    if (value !== undefined) parameters[index] = value;
  });
  return parameters;
}

/**
 * Sets one weight or bias.
 * @throws `value is Infinity: allowed −1e150 to 1e150`
 */
export function setParameter(index: number, value: number): Edit {
  return (experiment) => {
    const old = experiment.parameters[index];
    if (old === undefined) throw new Error(`internal: no parameter ${index}`);
    if (!Number.isFinite(value) || Math.abs(value) > LIMITS.magnitude)
      throw new Error(`value is ${value}: allowed −${LIMITS.magnitude} to ${LIMITS.magnitude}`);
    if (Object.is(old, value)) return experiment;
    const parameters = experiment.parameters.slice();
    parameters[index] = value;
    return { ...experiment, parameters };
  };
}

/**
 * Draws all weights and biases anew and starts the training over.
 * @throws `seed is -1: allowed whole numbers 0 to 2147483647`, `scale is 0: allowed above 0, up to 100`
 */
export function initialise(initialisation: Initialisation): Edit {
  const { seed, scale } = initialisation;
  return (experiment) => {
    if (!Number.isInteger(seed) || seed < 0 || seed > LIMITS.seed)
      throw new Error(`seed is ${seed}: allowed whole numbers 0 to ${LIMITS.seed}`);
    if (!(scale > 0 && scale <= LIMITS.scale))
      throw new Error(`scale is ${scale}: allowed above 0, up to ${LIMITS.scale}`);
    const parameters = Array.from(initialParameters(experiment.network, { seed, scale }));
    return restartTraining({ ...experiment, initialisation: { seed, scale }, parameters });
  };
}

/** Draws all weights and biases from the next seed. */
export const randomise: Edit = (experiment) => {
  const { seed, scale } = experiment.initialisation;
  return initialise({ seed: seed >= LIMITS.seed ? 0 : seed + 1, scale })(experiment);
};
