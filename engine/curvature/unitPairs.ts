import { addWeightedRows, type Rows } from '../kernels/addWeightedRows.ts';
import type { Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';

/**
 * b_kj = ∂²E_n/∂a_k∂a_j for layers l ≤ m, unit k in m and j in l: `[k][j][n]`, [units_m × units_l × N].
 * Entry (m, l) is at `tables[m][l]`.
 */
export type UnitPairs = readonly (readonly Float64Array[])[];

/** Turns the block's part of the output seed, [N × K × K], into [K × K × N]. O(N K²). */
function seedTable(M: Float64Array, { first, N }: PatternTables, K: number): Float64Array {
  const table = new Float64Array(K * K * N);
  for (let n = 0; n < N; n++) {
    for (let q = 0; q < K * K; q++) table[q * N + n] = M[(first + n) * K * K + q];
  }
  return table;
}

/**
 * All b tables, from the output back: for m later than l
 *   `b^{m,l} = h'_l Σ_r b^{m,r} W^{r,l}`   over the layers r that read l,
 * and on the diagonal
 *   `b^{l,l} = h'_l Σ_r (W^{r,l})ᵀ b^{r,l} + diag(h''_l e_l)`.
 * Without the h'' term the same recursion gives the Gauss–Newton matrix (`curved` false). The seed is M
 * of the whole batch, [· × K × K] (Bishop 1992, PRML 5.4.5 generalised to a DAG). O(N Σ_{l≤m} units_m units_r units_l).
 */
export function unitPairs(
  topology: Topology,
  w: Float64Array,
  tables: PatternTables,
  M: Float64Array,
  curved: boolean,
): UnitPairs {
  const { N } = tables;
  const { layers } = topology;
  const last = layers.length - 1;
  const b: Float64Array[][] = layers.map(() => []);
  b[last][last] = seedTable(M, tables, layers[last].units);

  /** b_kq over the units q of layer r, for unit k of layer m, whichever of the two comes later. */
  const rowsOf = (m: number, k: number, r: number): Rows => {
    const count = layers[r].units;
    return m >= r
      ? { values: b[m][r], at: k * count * N, stride: N, count }
      : { values: b[r][m], at: k * N, stride: layers[m].units * N, count };
  };

  for (let l = last - 1; l >= 0; l--) {
    const { units, readers } = layers[l];
    const h1 = tables.h1[l];
    for (let m = last; m >= l; m--) {
      const table = new Float64Array(layers[m].units * units * N);
      for (let k = 0; k < layers[m].units; k++) {
        const at = k * units * N;
        // Within a layer b is symmetric: the rest is mirrored below.
        const width = (m === l ? k + 1 : units) * N;
        for (const { layer: r, column } of readers) {
          const { weights, inputs } = layers[r];
          const rows = rowsOf(m, k, r);
          for (let j = 0; j * N < width; j++) {
            addWeightedRows(rows, w, weights + column + j, inputs, N, table, at + j * N);
          }
        }
        for (let q = 0; q < width; q++) table[at + q] *= h1[q];
        if (m !== l) continue;
        if (curved) addBend(tables, l, k, table, at + k * N);
        for (let j = 0; j < k; j++) table.copyWithin((j * units + k) * N, at + j * N, at + (j + 1) * N);
      }
      b[m][l] = table;
    }
  }
  return b;
}

/** `h''(a_k) e_k`, added to b_kk. */
function addBend({ N, h2, e }: PatternTables, l: number, k: number, table: Float64Array, at: number): void {
  for (let n = 0; n < N; n++) table[at + n] += h2[l][k * N + n] * e[l][k * N + n];
}

/** `b_kj = δ_k δ_j`: the outer product of the gradients of single patterns. */
export function gradientPairs(topology: Topology, tables: PatternTables): UnitPairs {
  const { N } = tables;
  return topology.layers.map((later, m) =>
    topology.layers.slice(0, m + 1).map((earlier, l) => {
      const table = new Float64Array(later.units * earlier.units * N);
      for (let k = 0; k < later.units; k++) {
        for (let j = 0; j < earlier.units; j++) {
          const at = (k * earlier.units + j) * N;
          for (let n = 0; n < N; n++) table[at + n] = tables.delta[m][k * N + n] * tables.delta[l][j * N + n];
        }
      }
      return table;
    }),
  );
}
