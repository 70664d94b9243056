import { passesOf } from '../layers/index.ts';
import { unitSeed } from '../network/unitSeed.ts';
import { finishMatrix } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { inputsAt, withoutBiases } from './unitSeeded.ts';
import type { Workspace } from './workspace.ts';

/**
 * `Σ_n ∂²E_n/∂w_ji²`, [W], by one R-pass for each unit: `Σ_n b_jj z_i²`, with shared weights
 * `Σ_n Σ_p Σ_q b_pq z_i(p) z_i(q)` over their positions p and q. O(N W) memory, O(units · N W).
 */
function trueDiagonal(workspace: Workspace): Float64Array {
  const { topology, problem, forward, seed, backward } = workspace;
  const { N } = forward;
  const diagonal = new Float64Array(topology.W);
  const w0 = withoutBiases(workspace);
  for (const layer of topology.layers) {
    const { index: l, rows, fanIn, positions, units } = layer;
    if (rows === 0) continue;
    const patches = passesOf(layer).unfold(layer, forward.zin[l], N);
    const inputs = Array.from({ length: positions }, (_, position) => inputsAt(layer, patches, N, position));
    for (let row = 0; row < rows; row++) {
      for (let p = 0; p < positions; p++) {
        const unit = row * positions + p;
        const { Rdelta } = unitSeed(topology, problem.parameters, w0, forward, seed, backward, l, unit);
        const b = Rdelta[l];
        if (b === null) throw new Error(`internal: no R{δ} at layer: ${l}`);
        for (let i = 0; i <= fanIn; i++) {
          let sum = 0;
          for (let q = 0; q < positions; q++) {
            for (let n = 0; n < N; n++)
              sum += b[n * units + row * positions + q] * inputs[p][i * N + n] * inputs[q][i * N + n];
          }
          diagonal[i < fanIn ? layer.weights + row * fanIn + i : layer.biases + row] += sum;
        }
      }
    }
  }
  return finishMatrix(workspace, diagonal, 'diagonal');
}

/** The true diagonal of H: what the recursion of the diagonal approximation aims at. */
export const exactDiagonal: CurvatureMatrix = {
  label: 'Exact diagonal',
  symbol: String.raw`\operatorname{diag}H`,
  formula: String.raw`H_{qq}=c\sum_n\frac{\partial^2E_n}{\partial a_j^2}\,z_i^2+\alpha,\quad \text{the true }\frac{\partial^2E_n}{\partial a_j^2}`,
  cost: String.raw`O(\text{units}\cdot W)`,
  section: 'PRML 5.4.1',
  whenExact:
    'Its entries are exact always; it leaves out everything beside the diagonal. Where Diagonal differs from it, the recursion dropped something.',
  group: 'approximation',
  form: 'diagonal',
  role: 'approximation',
  compute: (workspace) => ({
    form: 'diagonal',
    values: workspace.once('exact-diagonal', () => trueDiagonal(workspace)),
  }),
  operations: ({ topology, problem }) =>
    topology.layers.reduce((sum, { units, rows }) => sum + (rows > 0 ? units : 0), 0) *
    8 *
    topology.W *
    problem.batch.N,
};
