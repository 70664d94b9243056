import type { Workspace } from './workspace.ts';

/**
 * Multiplications and additions of the layer-pair products: 2N times
 * `Σ_l [u_l(u_l+1)/2][m_l(m_l+1)/2] + Σ_{l<m} u_l m_l u_m m_m`, u units and m inputs with bias.
 */
export function pairOperations({ topology, problem }: Workspace): number {
  let multiplications = 0;
  let before = 0;
  for (const { units, inputs } of topology.layers) {
    const own = units * (inputs + 1);
    multiplications += ((units * (units + 1)) / 2) * (((inputs + 1) * (inputs + 2)) / 2) + before * own;
    before += own;
  }
  return 2 * problem.batch.N * multiplications;
}
