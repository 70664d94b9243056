import { addWeightedRows } from '../kernels/addWeightedRows.ts';
import type { Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';

/**
 * T = ∂z_p/∂a_j for unit p of layer s and unit j of layer l ≤ s: `[p][j][n]` at `tables[s][l]`, null
 * where z_p does not depend on a_j.
 */
export type Sensitivities = readonly (readonly (Float64Array | null)[])[];

/**
 * Forward sensitivities between hidden layers: `T^{l,l} = diag h'_l`, and for s later than l
 * `T^{s,l}_pj = h'(a_p) Σ_r Σ_q W^{s,r}_pq T^{r,l}_qj` over the layers r that s reads.
 * O(N Σ units_s units_r units_l).
 */
export function sensitivities(topology: Topology, w: Float64Array, tables: PatternTables): Sensitivities {
  const { N } = tables;
  const { layers } = topology;
  const T: (Float64Array | null)[][] = layers.map(() => []);
  for (const { index: s, units, sources, weights, inputs } of layers.slice(0, -1)) {
    for (let l = 0; l < s; l++) {
      const read = sources.filter((source) => source.layer >= l && T[source.layer][l] !== null);
      T[s][l] = null;
      if (read.length === 0) continue;
      const width = layers[l].units * N;
      const table = new Float64Array(units * width);
      for (let p = 0; p < units; p++) {
        for (const source of read) {
          const from = T[source.layer][l];
          if (from === null) continue;
          const rows = { values: from, at: 0, stride: width, count: source.units };
          addWeightedRows(rows, w, weights + p * inputs + source.column, 1, width, table, p * width);
        }
        for (let j = 0; j < layers[l].units; j++) {
          const at = p * width + j * N;
          for (let n = 0; n < N; n++) table[at + n] *= tables.h1[s][p * N + n];
        }
      }
      T[s][l] = table;
    }
    const own = new Float64Array(units * units * N);
    for (let j = 0; j < units; j++) {
      own.set(tables.h1[s].subarray(j * N, (j + 1) * N), (j * units + j) * N);
    }
    T[s][s] = own;
  }
  return T;
}
