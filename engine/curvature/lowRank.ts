import { DEFAULT_ESTIMATION } from '../experiment/problem.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { rProductOperations } from './passOperations.ts';

/** Lanczos takes about this many products for each eigenpair that it keeps. */
const PRODUCTS_PER_PAIR = 6;

/** `Σ_i λ_i q_i q_iᵀ` over the eigenpairs of H of largest |λ|, by Lanczos on products (Lanczos 1950). */
export const lowRank: CurvatureMatrix = {
  label: 'Low rank',
  symbol: String.raw`Q_k\Lambda_kQ_k^{\mathsf T}`,
  formula: String.raw`\sum_{i=1}^{k}\lambda_i\mathbf q_i\mathbf q_i^{\mathsf T},\quad |\lambda_1|\ge|\lambda_2|\ge\dots`,
  cost: 'O(k\\,W)',
  section: 'Lanczos 1950',
  whenExact:
    'The best matrix of rank k: exact where H has no further eigenvalues. Weight decay is part of the eigenvalues it keeps, and is missing elsewhere.',
  group: 'estimate',
  form: 'dense',
  role: 'approximation',
  draws: ['rank'],
  compute: (workspace) => ({
    form: 'dense',
    values: workspace.once('low-rank', () => {
      const { W } = workspace.topology;
      const A = new Float64Array(W * W);
      for (const { value, vector } of workspace.eigenpairs) {
        for (let row = 0; row < W; row++) {
          const scaled = value * vector[row];
          for (let column = 0; column < W; column++) A[row * W + column] += scaled * vector[column];
        }
      }
      return A;
    }),
  }),
  operations: (workspace) => {
    const { topology, problem } = workspace;
    const { rank } = problem.estimation ?? DEFAULT_ESTIMATION;
    const k = Math.min(topology.W, rank * PRODUCTS_PER_PAIR);
    return k * rProductOperations(workspace) + 4 * topology.W * k ** 2 + 2 * rank * topology.W ** 2;
  },
};
