import { activationOf } from '../activations/index.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { backwardSweep, gradientSweep, rForwardSweep } from '../network/sweeps.ts';

/**
 * `Jv = R{a}`, the change of the output pre-activations along v, [N × K], or with `of = 'y'` that of the outputs,
 * `R{y} = (∂y/∂a) R{a}`: one R-forward sweep (PRML 5.99, 5.100). Without c and weight decay. O(N W).
 */
export function jacobianVector(workspace: Workspace, v: Float64Array, of: 'a' | 'y' = 'a'): Float64Array {
  const { topology, problem, forward } = workspace;
  const output = topology.layers.length - 1;
  const Ra = rForwardSweep(topology, problem.parameters, [v], forward).Ra[output];
  return of === 'a' ? Ra : alongOutputs(workspace, Ra);
}

/** `Jᵀu = Σ_n J_nᵀ u_n`, [W], for u [N × K] at the output pre-activations: one backward sweep (PRML 5.56). O(N W). */
export function jacobianTransposeVector(workspace: Workspace, u: Float64Array): Float64Array {
  const { topology, problem, forward } = workspace;
  return gradientSweep(topology, forward, backwardSweep(topology, problem.parameters, forward, u).delta);
}

/** `(∂y/∂a) u`, [N × K]: h' entry by entry, or `y_k (u_k − Σ_l y_l u_l)` for softmax. Symmetric. */
function alongOutputs({ topology, forward, seed }: Workspace, u: Float64Array): Float64Array {
  const { index, spec, units: K } = topology.layers[topology.layers.length - 1];
  const activation = activationOf(spec.activation);
  if (activation.kind !== 'softmax') {
    const h1 = new Float64Array(u.length);
    activation.evaluate(forward.a[index], new Float64Array(u.length), h1, new Float64Array(u.length));
    return u.map((entry, q) => h1[q] * entry);
  }
  const { y } = seed;
  return u.map((entry, q) => {
    let mean = 0;
    for (let l = q - (q % K); l < q - (q % K) + K; l++) mean += y[l] * u[l];
    return y[q] * (entry - mean);
  });
}
