import { kernels } from '../kernels/kernels.ts';
import type { Products } from '../kernels/loops.ts';
import type { Layer } from '../layers/layer.ts';
import type { Topology } from '../network/topology.ts';
import {
  type Address,
  addressTable,
  biasesOf,
  type Columns,
  columnsOf,
  type Extent,
  weightsOf,
} from './addresses.ts';
import type { PatternTables } from './patternTables.ts';
import { isEmpty, type Range } from './rowRanges.ts';
import type { Sensitivities } from './sensitivities.ts';
import { pairAddress, type PairTable, type UnitPairs } from './unitPairs.ts';

/**
 * A block of patterns on its way into the W × W matrix A at offset `sums`: from unit pairs b and, for the exact
 * Hessian, the sensitivities T of the inputs, for l ≤ m, w_ji in l and w_kp in m
 *
 *   `A[(j,i),(k,p)] = Σ_n b_kj z_i z_p + Σ_n δ_k z_i ∂z_p/∂a_j`
 *
 * (PRML 5.4.5 as matrix products over the batch). Each product is written to its place in the lower triangle at
 * once: the address of ((k,p),(j,i)) is a sum of one number for (k,j) and one for (p,i).
 */
export interface Assembly {
  readonly topology: Topology;
  readonly tables: PatternTables;
  readonly b: UnitPairs;
  readonly T: Sensitivities | null;
  /** The units of each layer whose rows are wanted. */
  readonly ranges: readonly Range[];
  readonly sums: number;
  /** The first block overwrites what is at `sums`, the others add. */
  readonly add: boolean;
  /** What is at `sums` is another matrix, on top of which this one comes: tables that are zero may be left out. */
  readonly onTop: boolean;
}

/**
 * Computes the block's share of A. Σ_l [u_l(u_l+1)/2][m_l(m_l+1)/2] + Σ_{l<m} u_l m_l u_m m_m multiplications a
 * pattern, u units and m inputs with bias.
 */
export function assemble(assembly: Assembly): void {
  const { topology, T, ranges } = assembly;
  for (const later of topology.layers) {
    const k = ranges[later.index];
    if (isEmpty(k)) continue;
    const within = tableOf(assembly, later, later);
    if (within !== null) addWithinLayer(assembly, later, k, within);
    for (const earlier of topology.layers.slice(0, later.index)) {
      const between = tableOf(assembly, later, earlier);
      if (between !== null) addBetweenLayers(assembly, later, k, earlier, between);
      if (T !== null) addThroughInputs(assembly, later, k, earlier, T);
    }
  }
}

function tableOf({ b, onTop }: Assembly, later: Layer, earlier: Layer): PairTable | null {
  const table = b[later.index][earlier.index];
  if (table === null && !onTop)
    throw new Error(`internal: no unit pairs for layers: ${later.index}, ${earlier.index}`);
  return table;
}

/** Both tables are symmetric: units j ≤ k, or k alone, with inputs i ≤ p are a quarter of the block. */
function addWithinLayer(assembly: Assembly, layer: Layer, k: Range, b: PairTable): void {
  const { topology, tables } = assembly;
  const { W } = topology;
  const { N, zin, inputPairs } = tables;
  const { heap } = kernels();
  const mark = heap.mark();
  const m = layer.inputs;
  const weights = weightsOf(layer);
  const biases = biasesOf(layer);
  const pairs: Extent = b.diagonal ? 'the row alone' : 'up to the row';
  const { table: rows, size: R } = addressTable(k, pairs, pairAddress(b, N));
  const ofUnits = (perRow: number, perColumn: number): number =>
    addressTable(k, pairs, { base: 0, perRow, perColumn }).table;
  const square = { first: 0, end: m };
  const base = weights.base * W + weights.base;
  const { table: c1, size: S } = addressTable(square, 'up to the row', { base, perRow: W, perColumn: 1 });
  const c2 = addressTable(square, 'up to the row', { base, perRow: 1, perColumn: W }).table;
  const B = inputPairs[layer.index][layer.index];
  // The product for (k,p) and (j,i) stands for (k,i) and (j,p) too: inputs exchanged, units kept.
  const r1 = ofUnits(m * W, m);
  send(assembly, { rows, R, r1, B, S, c1, second: { r2: r1, c2 } });
  const z = columnsOf(zin[layer.index], biases, weights, W);
  send(assembly, { rows, R, r1: ofUnits(W, m), ...z, second: { r2: ofUnits(m, W), c2: z.c1 } });
  const ones = columnsOf(zin[layer.index] + m * N, biases, biases, W);
  send(assembly, { rows, R, r1: ofUnits(W, 1), ...ones });
  heap.release(mark);
}

function send({ tables, sums, add }: Assembly, products: Omit<Products, 'N' | 'to'>): void {
  kernels().addProducts({ ...products, N: tables.N, to: sums }, add);
}

/** `Σ_n b_kj z_i z_p` for all pairs of two layers. */
function addBetweenLayers(assembly: Assembly, later: Layer, k: Range, earlier: Layer, b: PairTable): void {
  const { topology, tables } = assembly;
  const { W } = topology;
  const { N, zin, inputPairs } = tables;
  const { heap } = kernels();
  const mark = heap.mark();
  const { table: rows, size: R } = addressTable(k, earlier.units, pairAddress(b, N));
  const onesOf = ({ index, inputs }: Layer): number => zin[index] + inputs * N;
  const products = [
    [weightsOf(later), weightsOf(earlier), inputPairs[later.index][earlier.index]],
    [weightsOf(later), biasesOf(earlier), zin[later.index]],
    [biasesOf(later), weightsOf(earlier), zin[earlier.index]],
    [biasesOf(later), biasesOf(earlier), onesOf(later)],
  ] as const;
  for (const [ofLater, ofEarlier, B] of products) {
    const address = { base: 0, perRow: ofLater.stride * W, perColumn: ofEarlier.stride };
    const r1 = addressTable(k, earlier.units, address).table;
    send(assembly, { rows, R, r1, ...columnsOf(B, ofLater, ofEarlier, W) });
  }
  heap.release(mark);
}

/**
 * `Σ_n (δ_k z_i) ∂z_p/∂a_j`, added where input p of the later layer depends on unit j of the earlier one.
 * Where the later layer reads the earlier one itself, only p = j is left.
 */
function addThroughInputs(
  assembly: Assembly,
  later: Layer,
  k: Range,
  earlier: Layer,
  T: Sensitivities,
): void {
  const { topology, tables } = assembly;
  const { W } = topology;
  const { N, zin, delta, h1 } = tables;
  const { heap, pairRows } = kernels();
  const mark = heap.mark();
  const deltas = delta[later.index] + k.first * N;
  const inputs = heap.take((k.end - k.first) * earlier.inputs * N);
  pairRows(zin[earlier.index], earlier.inputs, deltas, k.end - k.first, false, N, inputs);
  // Parameter (k, p) of the later layer: what depends on k goes with the columns, what depends on p with the rows.
  const columns = [
    columnsFrom(later, k, weightsOf(earlier), inputs, W),
    columnsFrom(later, k, biasesOf(earlier), deltas, W),
  ];
  for (const { layer: s, column, units } of later.sources) {
    const own = s === earlier.index;
    const table = s < earlier.index ? null : own ? h1[s] : T[s][earlier.index];
    if (table === null) continue;
    const here = heap.mark();
    // Rows (p, j): own, the pairs p = j alone.
    const p = { first: 0, end: own ? 1 : units };
    const wide = earlier.units;
    const of: Address = { base: table, perRow: wide * N, perColumn: N };
    const { table: rows, size: R } = addressTable(p, wide, of);
    const [perRow, perColumn] = own ? [0, W] : [W, 0];
    for (const { stride, ...products } of columns) {
      const address = { base: column * W, perRow, perColumn: perColumn + stride };
      const r1 = addressTable(p, wide, address).table;
      send({ ...assembly, add: true }, { rows, R, r1, ...products });
    }
    heap.release(here);
  }
  heap.release(mark);
}

/** The columns (k, i): unit k of the later layer and entry i of the earlier one's weights or biases. */
function columnsFrom(later: Layer, k: Range, { base, stride, count }: Columns, B: number, W: number) {
  const address = { base: later.weights * W + base, perRow: later.inputs * W, perColumn: 1 };
  const { table, size } = addressTable(k, count, address);
  return { stride, B, S: size, c1: table };
}
