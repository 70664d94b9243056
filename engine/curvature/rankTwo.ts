import { oneProduct, oneProductOperations, outer } from './fromProduct.ts';
import type { CurvatureMatrix } from './matrix.ts';

/**
 * The symmetric rank-two estimate from one product z = Hv (Pearlmutter 1994):
 * `Ĥ = (z vᵀ + v zᵀ − (v·z/‖v‖²) v vᵀ)/‖v‖²`, the symmetric matrix of least norm with Ĥv = z. 0 for v = 0.
 */
export const rankTwo: CurvatureMatrix = {
  label: 'Rank-two estimate',
  symbol: String.raw`\hat H`,
  formula: String.raw`\frac{\mathbf z\mathbf v^{\mathsf T}+\mathbf v\mathbf z^{\mathsf T}-\frac{\mathbf v\cdot\mathbf z}{\|\mathbf v\|^2}\mathbf v\mathbf v^{\mathsf T}}{\|\mathbf v\|^2},\quad \mathbf z=H\mathbf v`,
  cost: 'O(W)',
  section: 'Pearlmutter 1994',
  whenExact: 'All that one product Hv tells: exact along the direction v, nothing elsewhere.',
  group: 'estimate',
  form: 'dense',
  role: 'approximation',
  draws: ['direction'],
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('rank-two', () => {
      const { v, z, vz, vv } = oneProduct(workspace);
      if (vv === 0) return new Float64Array(v.length ** 2);
      return outer(v.length, (p, q) => (z[p] * v[q] + v[p] * z[q] - (vz / vv) * v[p] * v[q]) / vv);
    }),
  }),
  operations: oneProductOperations,
};
