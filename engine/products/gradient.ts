import { finishVector } from '../curvature/finish.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gradientSweep } from '../network/sweeps.ts';

/** `E(w) = c Σ_n E_n + (α/2)‖w‖²` from a workspace's forward pass. O(N W). */
export const errorOf = (workspace: Workspace): number =>
  errorFrom(workspace, workspace.seed.E, workspace.problem.parameters);

/** `c Σ_n E_n + (α/2)‖w‖²` from Σ_n E_n at weights w. O(W). */
export function errorFrom({ c, problem }: Workspace, sum: number, w: Float64Array): number {
  let squares = 0;
  for (const weight of w) squares += weight * weight;
  return c * sum + 0.5 * problem.weightDecay * squares;
}

/** `∇E = c Σ_n ∇E_n + αw`, [W], from a workspace's passes (PRML 5.53). O(N W). */
export const gradientOf = (workspace: Workspace): Float64Array =>
  workspace.once('gradient', () => {
    const { topology, forward, backward, problem } = workspace;
    return finishVector(workspace, gradientSweep(topology, forward, backward.delta), problem.parameters);
  });
