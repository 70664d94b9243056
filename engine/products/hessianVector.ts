import { finishVector } from '../curvature/finish.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { rBackwardSweep, rForwardSweep, rowsOf, timesM } from '../network/sweeps.ts';
import { jacobianTransposeVector } from './jacobianVector.ts';

/**
 * `Hv` for each v of V, [D × W] as D arrays, by R{backprop} from a workspace's passes, weight decay included
 * (Pearlmutter 1994). The layers are gone through once, the directions side by side in [D·N × units]. O(D N W).
 */
export function rProducts(workspace: Workspace, V: readonly Float64Array[]): Float64Array[] {
  const { topology, problem, forward, seed, backward } = workspace;
  const w = problem.parameters;
  const rTape = rForwardSweep(topology, w, V, forward);
  const products = rBackwardSweep(topology, w, V, forward, seed, backward, rTape);
  return products.map((Hv, d) => finishVector(workspace, Hv, V[d]));
}

/** `Hv`, [W]. O(N W). */
export const rProduct = (workspace: Workspace, v: Float64Array): Float64Array => rProducts(workspace, [v])[0];

/**
 * `c Σ_n Jᵀ S J v + αv` for each v of V and a seed S [N × K × K] at the output pre-activations: R-forward
 * (v → Jv), S, then the ordinary backward sweep (Schraudolph 2002). `S = M` gives Gv. O(D N W).
 */
export function seededProducts(
  workspace: Workspace,
  S: Float64Array,
  V: readonly Float64Array[],
): Float64Array[] {
  const { topology, problem, forward } = workspace;
  const { Ra } = rForwardSweep(topology, problem.parameters, V, forward);
  const Jv = Ra[topology.layers.length - 1];
  return V.map((v, d) => {
    const SJv = timesM(S, rowsOf(Jv, d, V.length), forward.N, topology.outputUnits);
    return finishVector(workspace, jacobianTransposeVector(workspace, SJv), v);
  });
}

/** `Gv`, [W]. O(N W). */
export const gaussNewtonProduct = (workspace: Workspace, v: Float64Array): Float64Array =>
  seededProducts(workspace, workspace.seed.M, [v])[0];
