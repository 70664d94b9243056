import { diagonalSweep } from '../network/sweeps.ts';
import { finishMatrix } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';

/**
 * The diagonal approximation: `∂²E/∂w_ji² = ∂²E/∂a_j² z_i²` with the recursion that neglects
 * off-diagonal terms (PRML 5.79–5.81, Optimal Brain Damage). O(N W).
 */
export const diagonal: CurvatureMatrix = {
  label: 'Diagonal',
  symbol: String.raw`\operatorname{diag}`,
  formula: String.raw`\frac{\partial^2E_n}{\partial a_j^2}=h'(a_j)^2\sum_kw_{kj}^2\frac{\partial^2E_n}{\partial a_k^2}+h''(a_j)\sum_kw_{kj}\delta_k`,
  cost: 'O(W)',
  section: 'PRML 5.4.1',
  whenExact:
    'Its entries are exact with one hidden layer and outputs that do not mix; softmax or a second hidden layer break it.',
  group: 'approximation',
  form: 'diagonal',
  role: 'approximation',
  compute: (workspace) => ({
    form: 'diagonal',
    values: workspace.once('diagonal', () => {
      const { topology, problem, forward, seed, backward } = workspace;
      const values = diagonalSweep(topology, problem.parameters, forward, seed, backward);
      return finishMatrix(workspace, values, 'diagonal');
    }),
  }),
  operations: ({ topology, problem }) => 6 * topology.W * problem.batch.N,
};
