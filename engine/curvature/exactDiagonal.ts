import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { type Group, groupsOf } from '../network/groups.ts';
import { unitSeed } from '../network/unitSeed.ts';
import { finishMatrix } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { gradientOperations, rProductOperations, weightUses } from './passOperations.ts';
import { type Passes, patternRuns, runLength } from './patternRuns.ts';
import { columnsOf } from './rColumns.ts';
import { byColumns, withoutBiases } from './unitSeeded.ts';
import type { Workspace } from './workspace.ts';

/** Adds `Σ_n Σ_p Σ_q b_pq z_i(p) z_i(q)` for the weights of a group over its positions p and q; `patches` are z unfolded. */
function addSeeds(
  { topology, problem, forward, seed, backward }: Passes,
  w0: Float64Array,
  layer: Layer,
  { row, weights, fanIn, bias }: Group,
  patches: Float64Array,
  diagonal: Float64Array,
): void {
  const { index: l, positions: P, units } = layer;
  for (let p = 0; p < P; p++) {
    const unit = row * P + p;
    const { Rdelta } = unitSeed(topology, problem.parameters, w0, forward, seed, backward, l, unit);
    const b = Rdelta[l];
    if (b === null) throw new Error(`internal: no R{δ} at layer: ${l}`);
    for (let n = 0; n < forward.N; n++) {
      for (let q = 0; q < P; q++) {
        const bend = b[n * units + row * P + q];
        const at = (n * P + p) * fanIn;
        const to = (n * P + q) * fanIn;
        for (let i = 0; i < fanIn; i++) diagonal[weights + i] += bend * patches[at + i] * patches[to + i];
        diagonal[bias] += bend;
      }
    }
  }
}

/**
 * `Σ_n ∂²E_n/∂w_ji²`, [W], by one R-pass for each unit: `Σ_n b_jj z_i²`, with shared weights summed over pairs of
 * positions; a convolution over many positions by a product for each weight instead. O(units · N W), the whole matrix
 * is never there.
 */
function trueDiagonal(workspace: Workspace): Float64Array {
  const { topology } = workspace;
  const diagonal = new Float64Array(topology.W);
  const groups = groupsOf(topology);
  const w0 = withoutBiases(workspace);
  const seeded = topology.layers.filter((layer) => layer.rows > 0 && !byColumns(layer));
  for (const run of patternRuns(workspace, runLength(topology))) {
    for (const layer of seeded) {
      const patches = passesOf(layer).unfold(layer, run.forward.zin[layer.index], run.forward.N);
      for (const group of groups.filter((each) => each.layer === layer.index)) {
        addSeeds(run, w0, layer, group, patches, diagonal);
      }
    }
  }
  finishMatrix(workspace, diagonal, 'diagonal');
  for (const { weights, biases, rows } of topology.layers.filter(byColumns)) {
    for (let i = weights; i < biases + rows; i++) diagonal[i] = columnsOf(workspace, [i])[0][i];
  }
  return diagonal;
}

function operations(workspace: Workspace): number {
  const { layers } = workspace.topology;
  let sum = gradientOperations(workspace);
  layers.forEach((layer, l) => {
    const { rows, fanIn, positions } = layer;
    if (byColumns(layer)) sum += rows * (fanIn + 1) * rProductOperations(workspace);
    else {
      const above = layers.slice(l + 1).reduce((total, later) => total + weightUses(later), 0);
      sum += rows * positions * workspace.problem.batch.N * (4 * above + 3 * positions * (fanIn + 1));
    }
  });
  return sum;
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
  operations,
};
