import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import type { Passes } from './patternRuns.ts';

/**
 * What every row of W meets, patterns along the fast axis: [positions × (fanIn + 1) × N], the bias's entry last.
 * O(N · positions · fanIn).
 */
export function inputTable(layer: Layer, z: Float64Array, N: number, bias: 0 | 1): Float64Array {
  const { positions: P, fanIn } = layer;
  const m = fanIn + 1;
  const x = passesOf(layer).unfold(layer, z, N);
  const table = new Float64Array(P * m * N);
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      const from = (n * P + p) * fanIn;
      for (let i = 0; i < fanIn; i++) table[(p * m + i) * N + n] = x[from + i];
      table[(p * m + fanIn) * N + n] = bias;
    }
  }
  return table;
}

/** A tape [N × units] with patterns along the fast axis, [units × N]. */
export function turned(tape: Float64Array, N: number, units: number): Float64Array {
  const table = new Float64Array(units * N);
  for (let n = 0; n < N; n++) for (let j = 0; j < units; j++) table[j * N + n] = tape[n * units + j];
  return table;
}

/** A layer's tapes as tables: z of its inputs [positions × (fanIn + 1) × N], δ [units × N]. */
export interface LayerTables {
  readonly z: Float64Array;
  readonly delta: Float64Array;
}

/** The tables of every layer. */
export const layerTables = ({ topology, forward, backward }: Passes): readonly LayerTables[] =>
  topology.layers.map((layer) => ({
    z: inputTable(layer, forward.zin[layer.index], forward.N, 1),
    delta: turned(backward.delta[layer.index], forward.N, layer.units),
  }));

/**
 * `R{∂E_n/∂w_ki} = Σ_positions R{δ_k} z_i + δ_k R{z_i}` for all weights i and the bias of some rows k of a layer
 * (PRML 5.110), pattern by pattern: [rows · (fanIn + 1) × N]. Rdelta and Rz are tables as in `layerTables`.
 */
export function rowGradients(
  { fanIn, positions: P }: Layer,
  rows: readonly number[],
  { z, delta }: LayerTables,
  Rdelta: Float64Array,
  Rz: Float64Array | null,
  N: number,
): Float64Array {
  const m = fanIn + 1;
  const table = new Float64Array(rows.length * m * N);
  rows.forEach((k, row) => {
    for (let p = 0; p < P; p++) {
      const unit = (k * P + p) * N;
      for (let i = 0; i < m; i++) {
        const to = (row * m + i) * N;
        const x = (p * m + i) * N;
        if (Rz === null) for (let n = 0; n < N; n++) table[to + n] += Rdelta[unit + n] * z[x + n];
        else {
          for (let n = 0; n < N; n++) {
            table[to + n] += Rdelta[unit + n] * z[x + n] + delta[unit + n] * Rz[x + n];
          }
        }
      }
    }
  });
  return table;
}
