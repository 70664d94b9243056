import { addWeightedRows } from '../kernels/addWeightedRows.ts';
import type { Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';

/**
 * T = ∂z_p/∂a_j for unit p of layer s and unit j of an earlier layer l: `[p][j][n]` at `tables[s][l]`, null
 * where z_p does not depend on a_j. Within a layer ∂z_j/∂a_j is h' itself and has no table.
 */
export type Sensitivities = readonly (readonly (Float64Array | null)[])[];

/**
 * Forward sensitivities between hidden layers:
 * `T^{s,l}_pj = h'(a_p) (W^{s,l}_pj h'(a_j) + Σ_r Σ_q W^{s,r}_pq T^{r,l}_qj)`, the first term where s reads l
 * itself and the sum over the layers r between that s reads. O(N Σ units_s units_r units_l).
 */
export function sensitivities(topology: Topology, w: Float64Array, tables: PatternTables): Sensitivities {
  const { N } = tables;
  const { layers } = topology;
  const T: (Float64Array | null)[][] = layers.map(() => []);
  for (const { index: s, units, sources, weights, inputs } of layers.slice(0, -1)) {
    for (let l = 0; l < s; l++) {
      T[s][l] = null;
      const read = sources.filter(({ layer: r }) => r === l || (r > l && T[r][l] !== null));
      if (read.length === 0) continue;
      const width = layers[l].units * N;
      const table = new Float64Array(units * width);
      for (let p = 0; p < units; p++) {
        for (const { layer: r, column, units: count } of read) {
          const weightAt = weights + p * inputs + column;
          const through = r === l ? null : T[r][l];
          if (through === null) addOwn(tables, l, w, weightAt, count, table, p * width);
          else {
            const rows = { values: through, at: 0, stride: width, count };
            addWeightedRows(rows, w, weightAt, 1, width, table, p * width);
          }
        }
        for (let j = 0; j < layers[l].units; j++) {
          const at = p * width + j * N;
          for (let n = 0; n < N; n++) table[at + n] *= tables.h1[s][p * N + n];
        }
      }
      T[s][l] = table;
    }
  }
  return T;
}

/** `W_pj h'(a_j)` over the units j of a layer that is read directly. */
function addOwn(
  { N, h1 }: PatternTables,
  l: number,
  w: Float64Array,
  weightAt: number,
  units: number,
  table: Float64Array,
  at: number,
): void {
  for (let j = 0; j < units; j++) {
    for (let n = 0; n < N; n++) table[at + j * N + n] += w[weightAt + j] * h1[l][j * N + n];
  }
}
