import type { TimesTable } from '../kernels/againstTable.ts';
import { kernels } from '../kernels/kernels.ts';
import type { Layer } from '../layers/layer.ts';
import { type Group, groupsOf, type Part } from '../network/groups.ts';
import { unitSeed } from '../network/unitSeed.ts';
import { finishMatrix, keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { gradientOperations, rProductOperations, weightUses } from './passOperations.ts';
import { type Passes, patternRuns, runLength } from './patternRuns.ts';
import { columnsOf } from './rColumns.ts';
import { inputTable, type LayerTables, layerTables, rowGradients, turned } from './rowTables.ts';
import { wholeOrShare } from './share.ts';
import type { Workspace } from './workspace.ts';

/** Whether a layer's columns of H are cheaper than a seed at each of its positions: a convolution over many pixels. */
export const byColumns = ({ positions, fanIn }: Layer): boolean => positions > fanIn + 1;

/** w with its biases 0: a layer's forward pass is then linear. */
export function withoutBiases({ topology, problem }: Passes): Float64Array {
  const w0 = problem.parameters.slice();
  for (const { biases, rows } of topology.layers) w0.fill(0, biases, biases + rows);
  return w0;
}

/** A group j whose weights are perturbed, and the groups of a part whose entries with it are wanted: j and later ones. */
interface Wanted {
  readonly j: Group;
  readonly rows: readonly Group[];
}

function wanted({ topology }: Workspace, part?: Part): readonly Wanted[] {
  const groups = groupsOf(topology);
  return groups
    .map((j, first) => ({ j, rows: groups.slice(Math.max(first, part?.first ?? 0), part?.end) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Index of weight i of a group; i = fanIn is its bias. */
const address = ({ weights, fanIn, bias }: Group, i: number): number => (i < fanIn ? weights + i : bias);

/** Sets or adds entry (k, p), (j, i) and its mirror image; of a group with itself only those with i ≤ p. */
function addEntry(H: Float64Array, W: number, k: Group, p: number, j: Group, i: number, entry: number): void {
  if (k === j && i > p) return;
  const row = address(k, p);
  const column = address(j, i);
  H[row * W + column] += entry;
  if (row !== column) H[column * W + row] += entry;
}

/**
 * Adds, for a seed at one position of group j, `Σ_n z_i R{∂E_n/∂w_kp}` over a run of patterns: `times` multiplies
 * with the inputs z_i at that position. Nothing is missing: what a step of w_ji changes on its own way back
 * concerns earlier layers, and those pairs are had from the other side.
 */
function addSeed(
  run: Passes,
  w0: Float64Array,
  tables: readonly LayerTables[],
  { j, rows }: Wanted,
  position: number,
  times: TimesTable,
  H: Float64Array,
): void {
  const { topology, problem, forward, seed, backward } = run;
  const { layers, W } = topology;
  const { N } = forward;
  const unit = j.row * layers[j.layer].positions + position;
  const { Rdelta, Rzin } = unitSeed(topology, problem.parameters, w0, forward, seed, backward, j.layer, unit);
  for (const layer of layers.slice(j.layer)) {
    const l = layer.index;
    const own = rows.filter((k) => k.layer === l);
    const [Rd, Rz] = [Rdelta[l], Rzin[l]];
    if (own.length === 0 || Rd === null) continue;
    const R = own.length * (layer.fanIn + 1);
    const g = rowGradients(
      layer,
      own.map(({ row }) => row),
      tables[l],
      turned(Rd, N, layer.units),
      Rz === null ? null : inputTable(layer, Rz, N, 0),
      N,
    );
    const C = new Float64Array(R * (j.fanIn + 1));
    times(g, R, C);
    let at = 0;
    for (const k of own) {
      for (let p = 0; p <= k.fanIn; p++) {
        for (let i = 0; i <= j.fanIn; i++) addEntry(H, W, k, p, j, i, C[at++]);
      }
    }
  }
}

/** `Σ_n ∇∇E_n` for all pairs whose earlier group is seeded, run by run of patterns. */
function sumOverSeeds(workspace: Workspace, pairs: readonly Wanted[]): Float64Array {
  const { topology } = workspace;
  const H = new Float64Array(topology.W * topology.W);
  const w0 = withoutBiases(workspace);
  for (const run of patternRuns(workspace, runLength(topology))) {
    const { N } = run.forward;
    const tables = layerTables(run);
    for (const layer of topology.layers.filter((each) => !byColumns(each))) {
      const own = pairs.filter(({ j }) => j.layer === layer.index);
      const m = layer.fanIn + 1;
      for (let p = 0; p < layer.positions; p++) {
        const z = tables[layer.index].z.subarray(p * m * N, (p + 1) * m * N);
        const times = kernels().againstTable(z, m, N);
        for (const pair of own) addSeed(run, w0, tables, pair, p, times, H);
      }
    }
  }
  return H;
}

/**
 * The exact Hessian by one R-pass for each unit (each channel and position of a convolution): a change of w_ji
 * changes a_j by z_i, so `H[(j,i),·] = Σ_n z_i R_n{∇E_n}` for R{a_j} = 1, for the layer's own and later
 * parameters; a convolution over many positions takes R-columns instead (Bishop 1992, PRML 5.4.5 generalised).
 * For every layer kind. W × W, weight decay included; of a part its share. O(N W²).
 */
export function unitSeeded(workspace: Workspace, part?: Part): Float64Array {
  const { topology } = workspace;
  const { W, layers } = topology;
  const pairs = wanted(workspace, part);
  const H = finishMatrix(workspace, sumOverSeeds(workspace, pairs), 'dense');
  for (const { j, rows } of pairs.filter(({ j: { layer } }) => byColumns(layers[layer]))) {
    const indices = Array.from({ length: j.fanIn + 1 }, (_, i) => address(j, i));
    columnsOf(workspace, indices).forEach((column, i) => {
      for (const k of rows) {
        for (let p = 0; p <= k.fanIn; p++) {
          const row = address(k, p);
          H[row * W + indices[i]] = column[row];
          H[indices[i] * W + row] = column[row];
        }
      }
    });
  }
  return wholeOrShare(topology, part, H);
}

/** Seeds at a layer cost two sweeps above it, the gradients there, and their products with the layer's inputs. */
export function unitSeededOperations(workspace: Workspace): number {
  const { layers } = workspace.topology;
  let sum = gradientOperations(workspace);
  layers.forEach((layer, l) => {
    const m = layer.fanIn + 1;
    if (byColumns(layer)) sum += layer.rows * m * rProductOperations(workspace);
    else {
      const above = layers.slice(l + 1).reduce((total, later) => total + weightUses(later), 0);
      const weights = layers.slice(l).reduce((total, { rows, fanIn }) => total + rows * (fanIn + 1), 0);
      sum += layer.rows * layer.positions * workspace.problem.batch.N * (8 * above + 2 * weights * m);
    }
  });
  return sum;
}

/** The exact Hessian by unit-seeded passes, as a matrix of the list. */
export const exactUnitSeeded: CurvatureMatrix = {
  label: 'Unit-seeded passes',
  symbol: String.raw`\mathcal R_{a_j}`,
  formula: String.raw`\frac{\partial^2E_n}{\partial w_{ji}\,\partial w_{kp}}=z_i\,\mathcal R\Big\{\frac{\partial E_n}{\partial w_{kp}}\Big\},\quad \mathcal R\{a_j\}=1`,
  cost: 'O(W^2)',
  section: 'PRML 5.4.5, Bishop 1992',
  whenExact: 'The Hessian itself, one pass for each unit: what it differs by from Exact is rounding.',
  group: 'check',
  form: 'dense',
  role: 'exact',
  divisible: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, 'exact-unit-seeded', part, () => unitSeeded(workspace, part)),
  }),
  operations: unitSeededOperations,
};
