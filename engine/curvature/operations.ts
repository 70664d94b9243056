import { isDense } from '../network/topology.ts';
import { errorOperations } from './passOperations.ts';
import type { Workspace } from './workspace.ts';

/**
 * Multiplications and additions of the layer-pair products: 2N times
 * `Σ_l [u_l(u_l+1)/2][m_l(m_l+1)/2] + Σ_{l<m} u_l m_l u_m m_m`, u units and m inputs with bias. Where weights are
 * shared, of the products of `rows` gradients a pattern instead: those of the outputs, or one.
 */
export function pairOperations(workspace: Workspace, rows = workspace.topology.outputUnits): number {
  const { topology, problem } = workspace;
  if (!isDense(topology)) return rowOperations(workspace, rows);
  let multiplications = 0;
  let before = 0;
  for (const { units, inputs } of topology.layers) {
    const own = units * (inputs + 1);
    multiplications += ((units * (units + 1)) / 2) * (((inputs + 1) * (inputs + 2)) / 2) + before * own;
    before += own;
  }
  return 2 * problem.batch.N * multiplications;
}

/** Of `Σ_n Σ_kl S_kl j_k j_lᵀ` from R rows a pattern: backward and gradient for each, `2N R² W` for S, `2N R W²` for the products. */
function rowOperations(workspace: Workspace, R: number): number {
  const { topology, problem } = workspace;
  const { W } = topology;
  const weighted = R === 1 ? 0 : 2 * problem.batch.N * R ** 2 * W;
  return (1 + 2 * R) * errorOperations(workspace) + weighted + 2 * problem.batch.N * R * W ** 2;
}
