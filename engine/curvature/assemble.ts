import { dotTable } from '../kernels/dotTable.ts';
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
      offDiagonalBlock(topology, tables, later, earlier, b[later.index][earlier.index], T, A);
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
  { N, zin }: PatternTables,
  layer: Layer,
  b: Float64Array,
  A: Float64Array,
): void {
  const m = layer.inputs + 1;
  const z = zin[layer.index];
  const inputPairs = new Float64Array(((m * (m + 1)) / 2) * N);
  let at = 0;
  for (let i = 0; i < m; i++) {
    for (let p = 0; p <= i; p++) for (let n = 0; n < N; n++) inputPairs[at++] = z[i * N + n] * z[p * N + n];
  }
  const S = (m * (m + 1)) / 2;
  const C = new Float64Array(layer.units * S);
  for (let j = 0; j < layer.units; j++) {
    // Row j of b up to the diagonal is a run of j + 1 unit pairs.
    dotTable(b.subarray(j * layer.units * N), j + 1, inputPairs, S, N, C);
    for (let k = 0; k <= j; k++) {
      let s = k * S;
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

function offDiagonalBlock(
  { W }: Topology,
  tables: PatternTables,
  later: Layer,
  earlier: Layer,
  b: Float64Array,
  T: Sensitivities | null,
  A: Float64Array,
): void {
  const { N, zin, delta } = tables;
  const u = earlier.units;
  const m = earlier.inputs + 1;
  const Q = new Float64Array(u * N);
  const C = new Float64Array(u * m);
  for (let p = 0; p <= later.inputs; p++) {
    const z = zin[later.index].subarray(p * N, (p + 1) * N);
    const Tp = T === null ? null : sensitivityOf(later, p, earlier, T, N);
    for (let k = 0; k < later.units; k++) {
      const deltak = delta[later.index].subarray(k * N, (k + 1) * N);
      for (let j = 0; j < u; j++) {
        const bAt = (k * u + j) * N;
        const at = j * N;
        if (Tp === null) for (let n = 0; n < N; n++) Q[at + n] = b[bAt + n] * z[n];
        else for (let n = 0; n < N; n++) Q[at + n] = b[bAt + n] * z[n] + deltak[n] * Tp[at + n];
      }
      dotTable(Q, u, zin[earlier.index], m, N, C);
      const kp = address(later, k, p);
      for (let j = 0; j < u; j++) {
        for (let i = 0; i < m; i++) {
          const ji = address(earlier, j, i);
          A[ji * W + kp] = C[j * m + i];
          A[kp * W + ji] = C[j * m + i];
        }
      }
    }
  }
}

/** ∂z_p/∂a_j over the units j of `earlier`, [units × N], for input p of `later`; null where it is zero. */
function sensitivityOf(
  later: Layer,
  p: number,
  earlier: Layer,
  T: Sensitivities,
  N: number,
): Float64Array | null {
  for (const { layer, column, units } of later.sources) {
    if (layer < earlier.index || p < column || p >= column + units) continue;
    const table = T[layer][earlier.index];
    if (table === null) return null;
    const width = earlier.units * N;
    return table.subarray((p - column) * width, (p - column + 1) * width);
  }
  return null;
}
