import { kernels } from '../kernels/kernels.ts';
import { readsInputsOnly } from '../layers/layer.ts';
import type { Topology } from '../network/topology.ts';
import type { Address } from './addresses.ts';
import type { PatternTables } from './patternTables.ts';
import { isEmpty, type Range, rowRanges } from './rowRanges.ts';

/** A run of rows of b_kj: `[k][j][N]` for some units k of the later layer and j of the earlier, in the heap. */
export interface PairTable {
  readonly at: number;
  readonly k: Range;
  readonly j: Range;
  /** Within a layer: b_kj is zero where j is not k. */
  readonly diagonal: boolean;
}

/**
 * b_kj = ∂²E_n/∂a_k∂a_j for layers l ≤ m, unit k in m and j in l. Entry (m, l) is at `[m][l]`; null where no
 * row of it is needed, or all are zero.
 */
export type UnitPairs = readonly (readonly (PairTable | null)[])[];

const count = ({ first, end }: Range): number => end - first;

/** Offset of the numbers of b_kj. */
export const pairAt = ({ at, k, j }: PairTable, unitK: number, unitJ: number, N: number): number =>
  at + ((unitK - k.first) * count(j) + unitJ - j.first) * N;

/** The same as an address table's coefficients. */
export function pairAddress({ at, k, j }: PairTable, N: number): Address {
  const perRow = count(j) * N;
  return { base: at - k.first * perRow - j.first * N, perRow, perColumn: N };
}

const emptyRow = (): (PairTable | null)[] => [];

function takeTable(k: Range, j: Range, N: number, diagonal = false): PairTable {
  return { at: kernels().heap.take(count(k) * count(j) * N), k, j, diagonal };
}

/** Turns the block's part of the output seed, [N × K × K], into [K × K × N]. O(N K²). */
function seedTable(M: Float64Array, { first, patterns, N }: PatternTables, all: Range): PairTable {
  const table = takeTable(all, all, N);
  const K = all.end;
  const { numbers } = kernels().heap;
  for (let q = 0; q < K * K; q++) {
    const row = table.at + q * N;
    for (let n = 0; n < patterns; n++) numbers[row + n] = M[(first + n) * K * K + q];
    numbers.fill(0, row + patterns, row + N);
  }
  return table;
}

/** The lowest layer of which rows are wanted, and whether it alone has some. */
function lowestOf(ranges: readonly Range[]): { readonly lowest: number; readonly alone: boolean } {
  let lowest = -1;
  let alone = true;
  for (let l = 0; l < ranges.length; l++) {
    if (isEmpty(ranges[l])) continue;
    if (lowest >= 0) alone = false;
    else lowest = l;
  }
  return { lowest, alone };
}

/** A layer r that reads l: its rows b_kq, those of unit k from `first + k · perUnit` on, and its weights W^{r,l}. */
interface Reader {
  readonly first: number;
  readonly perUnit: number;
  readonly fromStride: number;
  readonly count: number;
  readonly w: number;
  readonly wStride: number;
}

/** What layer l's pairs with layer m come from; without the layers r for which b^{m,r} is zero. */
function readersOf(
  layers: Topology['layers'],
  l: number,
  m: number,
  b: UnitPairs,
  { w, N }: PatternTables,
): readonly Reader[] {
  const found: Reader[] = [];
  for (const { layer: r, column } of layers[l].readers) {
    const table = b[Math.max(m, r)][Math.min(m, r)] ?? null;
    if (table === null) continue;
    const { base, perRow, perColumn } = pairAddress(table, N);
    const [perUnit, fromStride] = m >= r ? [perRow, perColumn] : [perColumn, perRow];
    const { weights, inputs, units } = layers[r];
    found.push({ first: base, perUnit, fromStride, count: units, w: w + weights + column, wStride: inputs });
  }
  return found;
}

/**
 * The b tables, from the output back: for m later than l
 *   `b^{m,l} = h'_l Σ_r b^{m,r} W^{r,l}`   over the layers r that read l,
 * and on the diagonal
 *   `b^{l,l} = h'_l Σ_r (W^{r,l})ᵀ b^{r,l} + diag(h''_l e_l)`.
 * Without the h'' term the same recursion gives the Gauss–Newton matrix (`curved` false). The seed is M
 * of the whole batch, [· × K × K]; `ranges` are the units of each layer whose rows are wanted (Bishop 1992,
 * PRML 5.4.5 generalised to a DAG). The recursion is linear: from a seed of zero (null) it gives what Gauss–Newton
 * drops, with no table where nothing but zeros would be. O(N Σ_{l≤m} units_m units_r units_l).
 */
export function unitPairs(
  topology: Topology,
  tables: PatternTables,
  ranges: readonly Range[],
  M: Float64Array | null,
  curved: boolean,
): UnitPairs {
  const { layers } = topology;
  const { N } = tables;
  const { lowest, alone } = lowestOf(ranges);
  const { heap, mixRows } = kernels();
  const last = layers.length - 1;
  const all = rowRanges(topology);
  const b: (PairTable | null)[][] = layers.map(emptyRow);
  b[last][last] = M === null ? null : seedTable(M, tables, all[last]);
  for (let l = last - 1; l >= 0; l--) {
    for (let m = last; m >= l; m--) {
      // Which rows and columns the wanted rows need: all above the lowest layer that has some, since the recursion
      // runs through them; there, the columns of its own units if it alone has rows; below, what is asked for.
      const k = l < lowest || (l === lowest && m === l) ? ranges[m] : all[m];
      const j = l === lowest && m > l && alone ? ranges[l] : all[l];
      if (isEmpty(k) || isEmpty(j)) {
        b[m][l] = null;
        continue;
      }
      const readers = readersOf(layers, l, m, b, tables);
      if (M !== null && readers.length < layers[l].readers.length)
        throw new Error(`internal: unit pairs missing for layers: ${m}, ${l}`);
      const bent = curved && m === l;
      const diagonal = M === null && readers.length === 0;
      if (diagonal && !bent) {
        b[m][l] = null;
        continue;
      }
      const table = takeTable(k, j, N, diagonal);
      b[m][l] = table;
      // Within a layer b is symmetric: where all rows are there the rest is mirrored below, if a layer before reads it.
      const symmetric = m === l && count(k) === layers[m].units;
      const mirrored = symmetric && !readsInputsOnly(layers[l]);
      for (let unit = k.first; unit < k.end; unit++) {
        const to = pairAt(table, unit, j.first, N);
        const outs = symmetric ? unit + 1 : count(j);
        for (let r = 0; r < readers.length; r++) {
          const { first, perUnit, fromStride, count: units, w, wStride } = readers[r];
          const from = { from: first + unit * perUnit, fromStride, count: units };
          const strides = { wStride, wOutStride: 1, toStride: N };
          const times = r < readers.length - 1 ? {} : { times: tables.h1[l] + j.first * N };
          mixRows({ ...from, w: w + j.first, to, outs, N, ...strides, ...times }, r > 0);
        }
        if (readers.length === 0) heap.numbers.fill(0, to, to + outs * N);
        if (m !== l) continue;
        if (bent) addBend(tables, l, unit, pairAt(table, unit, unit, N));
        if (!mirrored) continue;
        for (let other = 0; other < unit; other++) {
          const at = pairAt(table, unit, other, N);
          heap.numbers.copyWithin(pairAt(table, other, unit, N), at, at + N);
        }
      }
    }
  }
  return b;
}

/** `h''(a_k) e_k`, added to b_kk. */
function addBend({ N, h2, e }: PatternTables, l: number, k: number, at: number): void {
  const { numbers } = kernels().heap;
  for (let n = 0; n < N; n++) numbers[at + n] += numbers[h2[l] + k * N + n] * numbers[e[l] + k * N + n];
}

/** `b_kj = δ_k δ_j`: the outer product of the gradients of single patterns. */
export function gradientPairs(
  { layers }: Topology,
  { delta, N }: PatternTables,
  ranges: readonly Range[],
): UnitPairs {
  const b: (PairTable | null)[][] = layers.map(emptyRow);
  for (const later of layers) {
    const k = ranges[later.index];
    if (isEmpty(k)) continue;
    const deltas = delta[later.index] + k.first * N;
    for (const { index, units } of layers.slice(0, later.index + 1)) {
      const table = takeTable(k, { first: 0, end: units }, N);
      kernels().pairRows(delta[index], units, deltas, count(k), false, N, table.at);
      b[later.index][index] = table;
    }
  }
  return b;
}
