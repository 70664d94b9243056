import { finishVector } from '../curvature/finish.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { backwardSweep, gradientSweep, rBackwardSweep, rForwardSweep, timesM } from '../network/sweeps.ts';

/** `Hv` by R{backprop} from a workspace's passes, weight decay included (Pearlmutter 1994). O(N W). */
export function rProduct(workspace: Workspace, v: Float64Array): Float64Array {
  const { topology, problem, forward, seed, backward } = workspace;
  const rTape = rForwardSweep(topology, problem.parameters, v, forward);
  const Hv = rBackwardSweep(topology, problem.parameters, v, forward, seed, backward, rTape);
  return finishVector(workspace, Hv, v);
}

/** `Gv`: R-forward (v → Jv), M (→ M J v), then the ordinary backward sweep (→ Jᵀ M J v) (Schraudolph 2002). O(N W). */
export function gaussNewtonProduct(workspace: Workspace, v: Float64Array): Float64Array {
  const { topology, problem, forward, seed } = workspace;
  const { Ra } = rForwardSweep(topology, problem.parameters, v, forward);
  const output = topology.layers.length - 1;
  const MJv = timesM(seed.M, Ra[output], forward.N, topology.outputUnits);
  const { delta } = backwardSweep(topology, problem.parameters, forward, MJv);
  return finishVector(workspace, gradientSweep(topology, forward, delta), v);
}
