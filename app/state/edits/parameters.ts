import type { Initialisation } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { sameParameter } from '../sameParameter.ts';
import { restartTraining } from './training.ts';
import { checkSeed, nextSeed } from './wholeNumbers.ts';

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
  const old = topologyOf(oldNetwork);
  const next = topologyOf(newNetwork);
  return initialParameters(newNetwork, initialisation).map((fresh, index) => {
    const kept = sameParameter(next, index, old);
    return (kept === null ? undefined : oldParameters[kept]) ?? fresh;
  });
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
    checkSeed(seed);
    if (!(scale > 0 && scale <= LIMITS.scale))
      throw new Error(`scale is ${scale}: allowed above 0, up to ${LIMITS.scale}`);
    const parameters = Array.from(initialParameters(experiment.network, { seed, scale }));
    return restartTraining({ ...experiment, initialisation: { seed, scale }, parameters });
  };
}

/** Draws all weights and biases from the next seed. */
export const randomise: Edit = (experiment) => {
  const { seed, scale } = experiment.initialisation;
  return initialise({ seed: nextSeed(seed), scale })(experiment);
};
