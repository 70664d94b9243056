import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { totalLoss } from '../losses/totalLoss.ts';
import { forwardStep } from '../network/forwardStep.ts';

/**
 * E of a workspace's problem as a function of the weights, weight decay included: one forward pass a call, in arrays
 * that are kept from call to call, without the derivatives that a workspace's own pass leaves. O(N W) a call.
 */
export function errorsAt({ topology, problem, c }: Workspace): (w: Float64Array) => number {
  const { batch, loss, weightDecay } = problem;
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
    return c * lossOf(a) + 0.5 * weightDecay * dot(w, 0, w, 0, w.length);
  };
}
