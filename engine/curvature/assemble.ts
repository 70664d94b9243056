import { kernels } from '../kernels/kernels.ts';
import type { Layer } from '../layers/layer.ts';
import type { Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';
import type { Sensitivities } from './sensitivities.ts';
import type { UnitPairs } from './unitPairs.ts';

/**
 * Adds a block of patterns to the lower triangle of the W × W matrix A, from unit pairs b and, for the exact Hessian, the
 * sensitivities T of the inputs: for l ≤ m, w_ji in l and w_kp in m
 *
 *   `A[(j,i),(k,p)] = Σ_n b_kj z_i z_p + Σ_n δ_k z_i ∂z_p/∂a_j`
 *
 * (PRML 5.4.5 as matrix products over the batch); `mirror` completes A. Σ_l [u_l(u_l+1)/2][m_l(m_l+1)/2] + Σ_{l<m} u_l m_l u_m m_m multiplications a pattern, u units
 * and m inputs with bias.
 */
export function addBlock(
  topology: Topology,
  tables: PatternTables,
  b: UnitPairs,
  T: Sensitivities | null,
  A: Float64Array,
): void {
  for (const later of topology.layers) {
    addWithinLayer(topology, tables, later, b[later.index][later.index], A);
    for (const earlier of topology.layers.slice(0, later.index)) {
      addBetweenLayers(topology, tables, later, earlier, b[later.index][earlier.index], A);
      if (T !== null) addThroughInputs(topology, tables, later, earlier, T, A);
    }
  }
}

/** Side of the tiles that `mirror` copies: both fit the first cache. */
const TILE = 32;

/** Copies the lower triangle of A [W × W] to the upper. O(W²). */
export function mirror(A: Float64Array, W: number): void {
  for (let rows = 0; rows < W; rows += TILE) {
    for (let columns = 0; columns <= rows; columns += TILE) {
      for (let r = rows; r < Math.min(rows + TILE, W); r++) {
        const end = Math.min(columns + TILE, r);
        for (let q = columns; q < end; q++) A[q * W + r] = A[r * W + q];
      }
    }
  }
}

/** Index of w_ji in the parameter vector; i = inputs is the bias. */
const address = (layer: Layer, j: number, i: number): number =>
  i < layer.inputs ? layer.weights + j * layer.inputs + i : layer.biases + j;

/** Both tables are symmetric: units k ≤ j with inputs p ≤ i are a quarter of the block. */
function addWithinLayer(
  { W }: Topology,
  tables: PatternTables,
  layer: Layer,
  b: Float64Array,
  A: Float64Array,
): void {
  const { N } = tables;
  const m = layer.inputs + 1;
  const S = (m * (m + 1)) / 2;
  const C = new Float64Array(layer.units * S);
  const multiply = kernels().againstTable(tables.inputPairs(layer.index, layer.index), S, N);
  for (let j = 0; j < layer.units; j++) {
    // Row j of b up to the diagonal is a run of j + 1 unit pairs.
    multiply(b.subarray(j * layer.units * N), j + 1, C);
    for (let k = 0; k <= j; k++) {
      addPairs(layer, j, k, C.subarray(k * S), A, W);
      if (k < j) addSwappedPairs(layer, j, k, C.subarray(k * S), A, W);
    }
  }
}

/** `C[i(i+1)/2 + p]` to (w_ji, w_kp), p ≤ i, k ≤ j: all in the lower triangle. */
function addPairs(layer: Layer, j: number, k: number, C: Float64Array, A: Float64Array, W: number): void {
  let s = 0;
  for (let i = 0; i <= layer.inputs; i++) {
    const row = address(layer, j, i) * W;
    const column = layer.weights + k * layer.inputs;
    const weights = Math.min(i, layer.inputs - 1);
    for (let p = 0; p <= weights; p++) A[row + column + p] += C[s++];
    if (i === layer.inputs) A[row + layer.biases + k] += C[s++];
  }
}

/** The same values to (w_jp, w_ki), p < i, k < j; where i is the bias its row is the lower one. */
function addSwappedPairs(
  layer: Layer,
  j: number,
  k: number,
  C: Float64Array,
  A: Float64Array,
  W: number,
): void {
  const { inputs, weights, biases } = layer;
  for (let p = 0; p < inputs; p++) {
    const row = (weights + j * inputs + p) * W;
    const column = weights + k * inputs;
    for (let i = p + 1; i < inputs; i++) A[row + column + i] += C[(i * (i + 1)) / 2 + p];
  }
  const row = (biases + k) * W + weights + j * inputs;
  const last = (inputs * (inputs + 1)) / 2;
  for (let p = 0; p < inputs; p++) A[row + p] += C[last + p];
}

/** `Σ_n b_kj z_i z_p` for all pairs of two layers. */
function addBetweenLayers(
  { W }: Topology,
  tables: PatternTables,
  later: Layer,
  earlier: Layer,
  b: Float64Array,
  A: Float64Array,
): void {
  const { N } = tables;
  const u = earlier.units;
  const m = earlier.inputs + 1;
  const S = m * (later.inputs + 1);
  const multiply = kernels().againstTable(tables.inputPairs(earlier.index, later.index), S, N);
  const C = new Float64Array(u * S);
  for (let k = 0; k < later.units; k++) {
    multiply(b.subarray(k * u * N), u, C);
    for (let j = 0; j < u; j++) {
      for (let p = 0; p <= later.inputs; p++) {
        const kp = address(later, k, p);
        const at = j * S + p * m;
        const row = kp * W;
        const column = row + earlier.weights + j * earlier.inputs;
        for (let i = 0; i < earlier.inputs; i++) A[column + i] += C[at + i];
        A[row + earlier.biases + j] += C[at + earlier.inputs];
      }
    }
  }
}

/**
 * `Σ_n δ_k z_i ∂z_p/∂a_j`, added where input p of the later layer depends on unit j of the earlier one.
 * Where the later layer reads the earlier one itself, only p = j is left.
 */
function addThroughInputs(
  { W }: Topology,
  { N, zin, delta, h1 }: PatternTables,
  later: Layer,
  earlier: Layer,
  T: Sensitivities,
  A: Float64Array,
): void {
  const m = earlier.inputs + 1;
  const multiply = kernels().againstTable(zin[earlier.index], m, N);
  for (const { layer: s, column } of later.sources) {
    const own = s === earlier.index;
    const table = s < earlier.index ? null : own ? h1[s] : T[s][earlier.index];
    if (table === null) continue;
    // [rows × N]: own, ∂z_j/∂a_j for each j; else ∂z_p/∂a_j for each p and j.
    const rows = table.length / N;
    const Q = new Float64Array(rows * N);
    const C = new Float64Array(rows * m);
    for (let k = 0; k < later.units; k++) {
      for (let row = 0; row < rows; row++) {
        for (let n = 0; n < N; n++) Q[row * N + n] = delta[later.index][k * N + n] * table[row * N + n];
      }
      multiply(Q, rows, C);
      for (let row = 0; row < rows; row++) {
        const p = own ? row : Math.floor(row / earlier.units);
        const j = own ? row : row % earlier.units;
        const kp = address(later, k, column + p);
        for (let i = 0; i < m; i++) {
          const ji = address(earlier, j, i);
          A[kp * W + ji] += C[row * m + i];
        }
      }
    }
  }
}
