import { kernels } from '../kernels/kernels.ts';
import type { Topology } from '../network/topology.ts';
import type { PatternTables } from './patternTables.ts';

/**
 * T = ∂z_p/∂a_j for unit p of layer s and unit j of an earlier layer l: the offset of `[p][j][N]` at
 * `tables[s][l]`, null where z_p does not depend on a_j. Within a layer ∂z_j/∂a_j is h' itself and has no table.
 */
export type Sensitivities = readonly (readonly (number | null)[])[];

const emptyRow = (): (number | null)[] => [];

/**
 * Forward sensitivities between hidden layers:
 * `T^{s,l}_pj = h'(a_p) (W^{s,l}_pj h'(a_j) + Σ_r Σ_q W^{s,r}_pq T^{r,l}_qj)`, the first term where s reads l
 * itself and the sum over the layers r between that s reads. O(N Σ units_s units_r units_l).
 */
export function sensitivities({ layers }: Topology, tables: PatternTables): Sensitivities {
  const { N, w, h1 } = tables;
  const { heap, mixRows } = kernels();
  const T: (number | null)[][] = layers.map(emptyRow);
  for (const { index: s, units, sources, weights, inputs } of layers.slice(0, -1)) {
    for (let l = 0; l < s; l++) {
      T[s][l] = null;
      const read = sources.filter(({ layer: r }) => r === l || (r > l && T[r][l] !== null));
      if (read.length === 0) continue;
      const width = layers[l].units;
      const table = heap.take(units * width * N);
      for (const [turn, { layer: r, column, units: count }] of read.entries()) {
        const through = r === l ? null : T[r][l];
        // What layer l sends itself is h' of unit j alone: a row of one.
        const rows = { count: through === null ? 1 : count, fromStride: width * N };
        const strides = { wStride: 1, wOutStride: inputs, toStride: width * N };
        const times = turn < read.length - 1 ? {} : { times: h1[s] };
        for (let j = 0; j < width; j++) {
          const from = (through ?? h1[l]) + j * N;
          const at = w + weights + column + (through === null ? j : 0);
          mixRows(
            { from, w: at, to: table + j * N, outs: units, N, ...rows, ...strides, ...times },
            turn > 0,
          );
        }
      }
      T[s][l] = table;
    }
  }
  return T;
}
