import { kernels } from '../kernels/kernels.ts';
import { passesOf } from '../layers/index.ts';
import { indicesIn, type Part } from '../network/groups.ts';
import { mirror } from '../kernels/mirror.ts';
import { finishMatrix } from './finish.ts';
import { outputDeltas } from './outputDeltas.ts';
import { wholeOrShare } from './share.ts';
import type { Workspace } from './workspace.ts';

/**
 * The gradients of single patterns for given δ a layer, [W × N]: column n is `Σ_j δ_j ∂a_j/∂w` of pattern n.
 * Works for every layer kind. O(N W).
 */
export function patternGradients(
  { topology, forward }: Workspace,
  delta: readonly Float64Array[],
): Float64Array {
  const { N, zin } = forward;
  const { W } = topology;
  const table = new Float64Array(W * N);
  const g = new Float64Array(W);
  for (let n = 0; n < N; n++) {
    g.fill(0);
    for (const layer of topology.layers) {
      const { index: l, units, inputs } = layer;
      const own = delta[l].subarray(n * units, (n + 1) * units);
      passesOf(layer).gradient(layer, own, zin[l].subarray(n * inputs, (n + 1) * inputs), 1, g);
    }
    for (let q = 0; q < W; q++) table[q * N + n] = g[q];
  }
  return table;
}

/** J = ∂a_k/∂w at the outputs, one [W × N] table for each output k. O(K N W). */
export const outputJacobians = (workspace: Workspace): readonly Float64Array[] =>
  workspace.once('output-jacobians', () =>
    outputDeltas(workspace).map((delta) => patternGradients(workspace, delta)),
  );

/**
 * `c Σ_n Σ_k A_kn B_knᵀ + αI` for tables A_k, B_k [W × N] whose sum of products is symmetric; of a part its
 * share. O(K N W²).
 */
export function sumOfProducts(
  workspace: Workspace,
  A: readonly Float64Array[],
  B: readonly Float64Array[],
  part?: Part,
): Float64Array {
  const { topology, forward } = workspace;
  const { W } = topology;
  const { N } = forward;
  const rows = indicesIn(topology, part);
  const sum = new Float64Array(rows.length * W);
  const own = new Float64Array(rows.length * N);
  const C = new Float64Array(rows.length * W);
  A.forEach((table, k) => {
    rows.forEach((row, at) => own.set(table.subarray(row * N, (row + 1) * N), at * N));
    kernels().againstTable(B[k], W, N)(own, rows.length, C);
    for (let q = 0; q < sum.length; q++) sum[q] += C[q];
  });
  const all = new Float64Array(W * W);
  rows.forEach((row, at) => all.set(sum.subarray(at * W, (at + 1) * W), row * W));
  if (part === undefined) mirror(all, W);
  // The share's rows that are not the part's own are its columns.
  else for (const row of rows) for (let q = 0; q < W; q++) all[q * W + row] = all[row * W + q];
  return wholeOrShare(topology, part, finishMatrix(workspace, all, 'dense'));
}

/** `c Σ_n Jᵀ S J + αI` from the Jacobian itself: for networks whose weights are shared. O(K² N W + K N W²). */
export function jacobianProductOf(workspace: Workspace, S: Float64Array, part?: Part): Float64Array {
  const J = outputJacobians(workspace);
  const K = J.length;
  const { N } = workspace.forward;
  const { W } = workspace.topology;
  const SJ = J.map((_, k) => {
    const table = new Float64Array(W * N);
    J.forEach((other, l) => {
      for (let q = 0; q < W; q++) {
        for (let n = 0; n < N; n++) table[q * N + n] += S[(n * K + k) * K + l] * other[q * N + n];
      }
    });
    return table;
  });
  return sumOfProducts(workspace, J, SJ, part);
}
