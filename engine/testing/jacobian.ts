import type { Workspace } from '../curvature/workspace.ts';
import { rForwardSweep } from '../network/sweeps.ts';

/** J = ∂a/∂w at the outputs, [N·K × W], one R-forward sweep a column: plain and slow. */
export function outputJacobian(workspace: Workspace): Float64Array[] {
  const { topology, problem, forward } = workspace;
  return Array.from({ length: topology.W }, (_, i) => {
    const unit = new Float64Array(topology.W);
    unit[i] = 1;
    return rForwardSweep(topology, problem.parameters, [unit], forward).Ra[topology.layers.length - 1];
  });
}

/** `c Σ_n J_nᵀ S_n J_n + αI`, written as the sums of the formula. */
export function explicitProduct(workspace: Workspace, S: Float64Array): Float64Array {
  const { topology, problem, c } = workspace;
  const { W, outputUnits: K } = topology;
  const J = outputJacobian(workspace);
  const A = new Float64Array(W * W);
  for (let p = 0; p < W; p++) {
    for (let q = 0; q < W; q++) {
      let sum = 0;
      for (let n = 0; n < problem.batch.N; n++) {
        for (let k = 0; k < K; k++) {
          for (let l = 0; l < K; l++) sum += J[p][n * K + k] * S[(n * K + k) * K + l] * J[q][n * K + l];
        }
      }
      A[p * W + q] = c * sum + (p === q ? problem.weightDecay : 0);
    }
  }
  return A;
}
