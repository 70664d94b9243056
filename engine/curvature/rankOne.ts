import { oneProduct, oneProductOperations, outer } from './fromProduct.ts';
import type { CurvatureMatrix } from './matrix.ts';

/** Below this cosine between v and Hv no rank-one matrix of sensible size has Ĥv = Hv (Nocedal & Wright 6.26). */
const SMALLEST_COSINE = 1e-8;

/** The symmetric rank-one estimate from one product z = Hv: `z zᵀ / (v·z)`; 0 where v and Hv are at right angles. */
export const rankOne: CurvatureMatrix = {
  label: 'Rank-one estimate',
  symbol: String.raw`\hat H_1`,
  formula: String.raw`\frac{\mathbf z\mathbf z^{\mathsf T}}{\mathbf v\cdot\mathbf z},\quad \mathbf z=H\mathbf v`,
  cost: 'O(W)',
  section: 'Nocedal & Wright 6.2',
  whenExact:
    'Exact along v, and everywhere if H has rank one. Where v and Hv are at right angles there is none: 0 is shown.',
  group: 'estimate',
  form: 'dense',
  role: 'approximation',
  draws: ['direction'],
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('rank-one', () => {
      const { v, z, vz, vv } = oneProduct(workspace);
      const size = Math.sqrt(vv * z.reduce((sum, entry) => sum + entry * entry, 0));
      if (!(Math.abs(vz) > SMALLEST_COSINE * size)) return new Float64Array(v.length ** 2);
      return outer(v.length, (p, q) => (z[p] * z[q]) / vz);
    }),
  }),
  operations: oneProductOperations,
};
