import { kernels } from '../kernels/kernels.ts';
import type { Layer, Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';
import type { Sensitivities } from './sensitivities.ts';
import type { UnitPairs } from './unitPairs.ts';

/**
 * The W × W matrix of the sum over patterns, from unit pairs b and, for the exact Hessian, the
 * sensitivities T of the inputs: for l ≤ m, w_ji in l and w_kp in m
 *
 *   `A[(j,i),(k,p)] = Σ_n b_kj z_i z_p + Σ_n δ_k z_i ∂z_p/∂a_j`
 *
 * (PRML 5.4.5 as matrix products over the batch). Each value is written to its place and its mirror
 * image. Σ_l [u_l(u_l+1)/2][m_l(m_l+1)/2] + Σ_{l<m} u_l m_l u_m m_m multiplications a pattern, u units
 * and m inputs with bias.
 */
export function assemble(
  topology: Topology,
  tables: PatternTables,
  b: UnitPairs,
  T: Sensitivities | null,
): Float64Array {
  const A = new Float64Array(topology.W * topology.W);
  for (const later of topology.layers) {
    diagonalBlock(topology, tables, later, b[later.index][later.index], A);
    for (const earlier of topology.layers.slice(0, later.index)) {
      offDiagonalBlock(topology, tables, later, earlier, b[later.index][earlier.index], A);
      if (T !== null) addThroughInputs(topology, tables, later, earlier, T, A);
    }
  }
  return A;
}

/** Index of w_ji in the parameter vector; i = inputs is the bias. */
const address = (layer: Layer, j: number, i: number): number =>
  i < layer.inputs ? layer.weights + j * layer.inputs + i : layer.biases + j;

/** Both tables are symmetric: units k ≤ j with inputs p ≤ i are a quarter of the block. */
function diagonalBlock(
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
    let s = 0;
    for (let k = 0; k <= j; k++) {
      for (let i = 0; i < m; i++) {
        const ji = address(layer, j, i);
        const ki = address(layer, k, i);
        for (let p = 0; p <= i; p++) {
          const value = C[s++];
          const jp = address(layer, j, p);
          const kp = address(layer, k, p);
          A[ji * W + kp] = value;
          A[kp * W + ji] = value;
          A[jp * W + ki] = value;
          A[ki * W + jp] = value;
        }
      }
    }
  }
}

/** `Σ_n b_kj z_i z_p` for all pairs of two layers. */
function offDiagonalBlock(
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
        for (let i = 0; i < m; i++) {
          const ji = address(earlier, j, i);
          A[ji * W + kp] = C[at + i];
          A[kp * W + ji] = C[at + i];
        }
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
          A[ji * W + kp] += C[row * m + i];
          A[kp * W + ji] += C[row * m + i];
        }
      }
    }
  }
}
