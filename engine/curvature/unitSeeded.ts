import { kernels } from '../kernels/kernels.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { unitSeed } from '../network/unitSeed.ts';
import { rProducts } from '../products/hessianVector.ts';
import { finishMatrix, keepWhole } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { unitVector } from './rColumns.ts';
import type { Workspace } from './workspace.ts';

/** Products that are carried through the layers side by side. */
const TOGETHER = 16;

/** Whether a layer's columns of H are cheaper than a seed at each of its positions: a convolution over many pixels. */
const byColumns = ({ positions, fanIn }: Layer): boolean => positions > fanIn + 1;

/** w with its biases 0: a layer's forward pass is then linear. */
export function withoutBiases({ topology, problem }: Workspace): Float64Array {
  const w0 = problem.parameters.slice();
  for (const { biases, rows } of topology.layers) w0.fill(0, biases, biases + rows);
  return w0;
}

/** What the weights of a row meet at one position, and the bias's 1: [fanIn + 1 × N]. */
export function inputsAt(layer: Layer, patches: Float64Array, N: number, position: number): Float64Array {
  const { fanIn, positions } = layer;
  const table = new Float64Array((fanIn + 1) * N).fill(1, fanIn * N);
  for (let n = 0; n < N; n++) {
    const at = (n * positions + position) * fanIn;
    for (let i = 0; i < fanIn; i++) table[i * N + n] = patches[at + i];
  }
  return table;
}

/**
 * The exact Hessian by one R-pass for each unit (each channel and position of a convolution): a change of w_ji
 * changes a_j by z_i, so `H[(j,i),·] = Σ_n z_i R_n{∇E_n}` for R{a_j} = 1, for the layer's own and later
 * parameters; a convolution over many positions takes R-columns instead (Bishop 1992, PRML 5.4.5 generalised).
 * For every layer kind. W × W, weight decay included. O(N W²).
 */
export function unitSeeded(workspace: Workspace): Float64Array {
  const { topology } = workspace;
  const { W, layers } = topology;
  const H = new Float64Array(W * W);
  const w0 = withoutBiases(workspace);
  const seededLayers = layers.filter((layer) => layer.rows > 0 && !byColumns(layer));
  for (const layer of seededLayers) addSeeds(workspace, w0, layer, H);
  finishMatrix(workspace, H, 'dense');
  for (const layer of layers.filter((other) => other.rows > 0 && byColumns(other))) {
    const end = layer.biases + layer.rows;
    for (let first = layer.weights; first < end; first += TOGETHER) {
      const indices = Array.from({ length: Math.min(TOGETHER, end - first) }, (_, q) => first + q);
      const columns = rProducts(
        workspace,
        indices.map((i) => unitVector(W, i)),
      );
      indices.forEach((i, q) => {
        H.set(columns[q], i * W);
        for (let p = 0; p < W; p++) H[p * W + i] = columns[q][p];
      });
    }
  }
  return H;
}

/** Rows of a layer's parameters, with the layer's own and later parameters as columns, and their mirror images. */
function addSeeds(workspace: Workspace, w0: Float64Array, layer: Layer, H: Float64Array): void {
  const { topology, problem, forward, seed, backward } = workspace;
  const { W } = topology;
  const { N } = forward;
  const { index: l, rows, fanIn, positions } = layer;
  const patches = passesOf(layer).unfold(layer, forward.zin[l], N);
  const columns = W - layer.weights;
  const C = new Float64Array((fanIn + 1) * columns);
  for (let position = 0; position < positions; position++) {
    const inputs = inputsAt(layer, patches, N, position);
    for (let row = 0; row < rows; row++) {
      const unit = row * positions + position;
      const found = unitSeed(topology, problem.parameters, w0, forward, seed, backward, l, unit);
      const gradients = patternRGradients(workspace, l, found);
      kernels().againstTable(gradients, columns, N)(inputs, fanIn + 1, C);
      for (let i = 0; i <= fanIn; i++) {
        const p = i < fanIn ? layer.weights + row * fanIn + i : layer.biases + row;
        for (let q = 0; q < columns; q++) {
          const value = C[i * columns + q];
          H[p * W + layer.weights + q] += value;
          // Rows of later layers are not visited for these columns.
          if (layer.weights + q >= layer.biases + rows) H[(layer.weights + q) * W + p] += value;
        }
      }
    }
  }
}

/** `R_n{∂E_n/∂w}` for the parameters of layer l and later ones, [W − first × N]. O(N W). */
function patternRGradients(
  { topology, forward, backward }: Workspace,
  l: number,
  { Rzin, Rdelta }: ReturnType<typeof unitSeed>,
): Float64Array {
  const { N, zin } = forward;
  const { W, layers } = topology;
  const first = layers[l].weights;
  const table = new Float64Array((W - first) * N);
  const g = new Float64Array(W);
  const later = layers.slice(l).filter(({ rows }) => rows > 0);
  for (let n = 0; n < N; n++) {
    g.fill(0, first);
    for (const layer of later) {
      const { index: m, units, inputs } = layer;
      const of = (x: Float64Array, width: number): Float64Array => x.subarray(n * width, (n + 1) * width);
      const Rd = Rdelta[m];
      const Rz = Rzin[m];
      if (Rd === null) continue;
      passesOf(layer).rGradient(
        layer,
        of(backward.delta[m], units),
        of(Rd, units),
        of(zin[m], inputs),
        Rz === null ? null : of(Rz, inputs),
        1,
        g,
      );
    }
    for (let q = first; q < W; q++) table[(q - first) * N + n] = g[q];
  }
  return table;
}

/** Multiplications and additions: a sweep, its gradients and fanIn + 1 dot products with them for each seed. */
export function unitSeededOperations({ topology, problem }: Workspace): number {
  const { W, layers } = topology;
  const perPattern = layers.reduce((sum, { rows, fanIn, positions, weights }) => {
    const later = W - weights;
    return sum + rows * Math.min(positions * (8 * W + 2 * (fanIn + 1) * later), 12 * (fanIn + 1) * W);
  }, 0);
  return problem.batch.N * perPattern;
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
  compute: (workspace) => ({
    form: 'dense',
    values: keepWhole(workspace, 'exact-unit-seeded', undefined, () => unitSeeded(workspace)),
  }),
  operations: unitSeededOperations,
};
