/** Error and gradient of a workspace's problem at other weights, without a workspace of their own. */
import { finishVector } from '../curvature/finish.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { type Seed, seedOf } from '../losses/seed.ts';
import { backwardSweep, type ForwardTape, forwardSweep, gradientSweep } from '../network/sweeps.ts';

function passesAt({ topology, problem }: Workspace, w: Float64Array): { tape: ForwardTape; seed: Seed } {
  const { batch, loss } = problem;
  const { index, spec, units } = topology.layers[topology.layers.length - 1];
  const tape = forwardSweep(topology, w, batch.inputs, batch.N);
  return { tape, seed: seedOf(loss.kind, spec.activation, tape.a[index], batch.targets, batch.N, units) };
}

/** E at weights w, weight decay included: one forward pass. O(N W). */
export function errorAt(workspace: Workspace, w: Float64Array): number {
  let squares = 0;
  for (const weight of w) squares += weight * weight;
  return workspace.c * passesAt(workspace, w).seed.E + 0.5 * workspace.problem.weightDecay * squares;
}

/** ∇E at weights w, [W], weight decay included. O(N W). */
export function gradientAt(workspace: Workspace, w: Float64Array): Float64Array {
  const { topology } = workspace;
  const { tape, seed } = passesAt(workspace, w);
  return finishVector(
    workspace,
    gradientSweep(topology, tape, backwardSweep(topology, w, tape, seed.delta).delta),
    w,
  );
}
