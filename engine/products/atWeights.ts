/** Error and gradient of a workspace's problem at other weights, without a workspace of their own. */
import { finishVector } from '../curvature/finish.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { seedOf } from '../losses/seed.ts';
import { backwardSweep, forwardSweep, gradientSweep } from '../network/sweeps.ts';
import { errorsAt } from './errorsAt.ts';

/** E at weights w, weight decay included: one forward pass. For many weights `errorsAt`. O(N W). */
export const errorAt = (workspace: Workspace, w: Float64Array): number => errorsAt(workspace)(w);

/** ∇E at weights w, [W], weight decay included. O(N W). */
export function gradientAt(workspace: Workspace, w: Float64Array): Float64Array {
  const { topology, problem } = workspace;
  const { batch, loss } = problem;
  const { index, spec, units } = topology.layers[topology.layers.length - 1];
  const tape = forwardSweep(topology, w, batch.inputs, batch.N);
  const seed = seedOf(loss.kind, spec.activation, tape.a[index], batch.targets, batch.N, units);
  return finishVector(
    workspace,
    gradientSweep(topology, tape, backwardSweep(topology, w, tape, seed.delta).delta),
    w,
  );
}
