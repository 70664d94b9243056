import type { Workspace } from '../curvature/workspace.ts';
import { totalLoss } from '../losses/totalLoss.ts';
import { forwardStep } from '../network/forwardStep.ts';
import { errorFrom } from './gradient.ts';

/**
 * E of a workspace's problem as a function of the weights, weight decay included: one forward pass a call, in arrays
 * that are kept from call to call, without the derivatives that a workspace's own pass leaves, and to the last bit `errorOf`. O(N W) a call.
 */
export function errorsAt(workspace: Workspace): (w: Float64Array) => number {
  const { topology, problem } = workspace;
  const { batch, loss } = problem;
  const { layers } = topology;
  const output = layers[layers.length - 1];
  const z: Float64Array[] = [];
  const steps = layers.map((layer) => forwardStep(layer, batch.inputs, batch.N, z, layer === output));
  const { a } = steps[steps.length - 1];
  const lossOf = totalLoss(loss.kind, output.spec.activation, batch.targets, output.units);
  return (w) => {
    for (const step of steps) {
      step.preActivate(w);
      step.activate();
    }
    return errorFrom(workspace, lossOf(a), w);
  };
}
