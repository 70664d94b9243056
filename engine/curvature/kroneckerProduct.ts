import { kernels } from '../kernels/kernels.ts';
import { takeNumbers } from '../kernels/spareNumbers.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { finishMatrix } from './finish.ts';
import { mirror } from '../kernels/mirror.ts';
import { outputDeltas } from './outputDeltas.ts';
import type { Workspace } from './workspace.ts';

/**
 * K-FAC for a seed B [N × K × K] at the output pre-activations: `c/(N P) A ⊗ S + αI` within each layer, 0 between
 * layers (Martens & Grosse 2015; P = 1 but for convolutions). With x̄ what a row of W meets at a position, the
 * bias's 1 included, and d^(k) = ∂a_k/∂a of the layer there,
 *
 *   `A = Σ_n Σ_p x̄ x̄ᵀ`, `S = Σ_n Σ_kl B_kl Σ_p d^(k) d^(l)ᵀ`, `block[(j,i),(k,p)] = S_jk A_ip`.
 *
 * The P positions of a convolution count as P patterns: KFC (Grosse & Martens 2016), “expand” in Eschenhagen
 * et al. 2023. O(K N W + N P (K rows² + fanIn²)) a layer, and its entries.
 */
export function kroneckerProduct(workspace: Workspace, seed: Float64Array): Float64Array {
  const { W } = workspace.topology;
  const product = takeNumbers(W * W).fill(0);
  for (const { layer, A, S } of kroneckerFactors(workspace, seed)) writeBlock(layer, S, A, product, W);
  return finishMatrix(workspace, product, 'dense');
}

/** A layer's factors: its block is `c A ⊗ S`, to which weight decay is added. */
export interface KroneckerFactors {
  readonly layer: Layer;
  /** [fanIn + 1 × fanIn + 1], the bias last. */
  readonly A: Float64Array;
  /** [rows × rows], divided by the number of patterns and positions. */
  readonly S: Float64Array;
}

/** The factors of `kroneckerProduct` for every layer that has weights, without c. */
export function kroneckerFactors(workspace: Workspace, seed: Float64Array): readonly KroneckerFactors[] {
  const { topology, forward } = workspace;
  const K = topology.outputUnits;
  return topology.layers
    .filter(({ rows }) => rows > 0)
    .map((layer) => {
      const count = forward.N * layer.positions;
      const x = inputTable(workspace, layer);
      const d = deltaTable(workspace, layer);
      const A = productsOfRows(x, x, layer.fanIn + 1, count);
      const S = productsOfRows(timesSeed(seed, d, layer, forward.N, K), d, layer.rows, K * count);
      for (let q = 0; q < S.length; q++) S[q] /= count;
      return { layer, A, S };
    });
}

/** Multiplications and additions of `kroneckerProduct`: sweeps, factors and entries. */
export function kroneckerOperations({ topology, problem }: Workspace): number {
  const K = topology.outputUnits;
  let count = 0;
  for (const { rows, fanIn, positions } of topology.layers) {
    const sweeps = 2 * K * rows * fanIn;
    const factors = 2 * (K * K * rows + K * rows * rows + (fanIn + 1) ** 2);
    count += problem.batch.N * positions * (sweeps + factors) + (rows * (fanIn + 1)) ** 2;
  }
  return count;
}

/** x̄ with patterns and positions along the fast axis, [fanIn + 1 × N·P]; the last row is the bias's 1. */
function inputTable({ forward: { N, zin } }: Workspace, layer: Layer): Float64Array {
  const { fanIn, positions, index } = layer;
  const x = passesOf(layer).unfold(layer, zin[index], N);
  const count = N * positions;
  const table = new Float64Array((fanIn + 1) * count).fill(1, fanIn * count);
  for (let q = 0; q < count; q++) {
    for (let i = 0; i < fanIn; i++) table[i * count + q] = x[q * fanIn + i];
  }
  return table;
}

/** d^(k) of all outputs side by side, [rows × K·N·P]. */
function deltaTable(workspace: Workspace, { index, rows, positions, units }: Layer): Float64Array {
  const { N } = workspace.forward;
  const deltas = outputDeltas(workspace);
  const table = new Float64Array(rows * deltas.length * N * positions);
  let at = 0;
  for (let j = 0; j < rows; j++) {
    for (const tape of deltas) {
      for (let n = 0; n < N; n++) {
        const from = n * units + j * positions;
        for (let p = 0; p < positions; p++) table[at++] = tape[index][from + p];
      }
    }
  }
  return table;
}

/** `Σ_l B_kl d^(l)`, [rows × K·N·P]. */
function timesSeed(
  seed: Float64Array,
  d: Float64Array,
  { rows, positions }: Layer,
  N: number,
  K: number,
): Float64Array {
  const count = N * positions;
  const product = new Float64Array(d.length);
  const B = new Float64Array(count);
  for (let kl = 0; kl < K * K; kl++) {
    for (let q = 0; q < count; q++) B[q] = seed[Math.floor(q / positions) * K * K + kl];
    if (B.every((entry) => entry === 0)) continue;
    for (let j = 0; j < rows; j++) {
      const to = (j * K + Math.floor(kl / K)) * count;
      const from = (j * K + (kl % K)) * count;
      for (let q = 0; q < count; q++) product[to + q] += B[q] * d[from + q];
    }
  }
  return product;
}

/** `X Yᵀ` [rows × rows] of tables [rows × count] where it is symmetric, exactly so. */
function productsOfRows(X: Float64Array, Y: Float64Array, rows: number, count: number): Float64Array {
  const C = new Float64Array(rows * rows);
  kernels().againstTable(Y, rows, count)(X, rows, C);
  mirror(C, rows);
  return C;
}

/** `S_jk A_ip` to every ((j,i),(k,p)) of the layer's block; i, p = fanIn are the biases. */
function writeBlock(
  { rows, fanIn, weights, biases }: Layer,
  S: Float64Array,
  A: Float64Array,
  to: Float64Array,
  W: number,
): void {
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i <= fanIn; i++) {
      const row = (i < fanIn ? weights + j * fanIn + i : biases + j) * W;
      for (let k = 0; k < rows; k++) {
        const s = S[j * rows + k];
        const at = row + weights + k * fanIn;
        for (let p = 0; p < fanIn; p++) to[at + p] = s * A[i * (fanIn + 1) + p];
        to[row + biases + k] = s * A[i * (fanIn + 1) + fanIn];
      }
    }
  }
}
