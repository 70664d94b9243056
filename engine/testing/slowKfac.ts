import type { Workspace } from '../curvature/workspace.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { gather } from '../network/gather.ts';

/**
 * K-FAC as its definition has it, pattern by pattern and unit by unit: derivatives of the outputs by forward
 * mode from each pre-activation, what a row of W meets at a position from the gradient of one unit.
 */
export function slowKfac(workspace: Workspace, seed: Float64Array): Float64Array {
  const { topology, forward, problem, c } = workspace;
  const { W, outputUnits: K } = topology;
  const { N } = forward;
  const product = new Float64Array(W * W);
  for (const layer of topology.layers) {
    const { rows, fanIn, positions: P, index: l, units, inputs } = layer;
    const m = fanIn + 1;
    const A = new Float64Array(m * m);
    const S = new Float64Array(rows * rows);
    const d = Array.from({ length: rows * P }, (_, unit) => outputsFrom(workspace, layer, unit));
    for (let n = 0; n < N; n++) {
      const z = forward.zin[l].subarray(n * inputs, (n + 1) * inputs);
      for (let p = 0; p < P; p++) {
        const delta = new Float64Array(units);
        delta[p] = 1;
        const g = new Float64Array(W);
        passesOf(layer).gradient(layer, delta, z, 1, g);
        const x = [...g.subarray(layer.weights, layer.weights + fanIn), g[layer.biases]];
        for (let q = 0; q < m * m; q++) A[q] += x[Math.floor(q / m)] * x[q % m];
        for (let q = 0; q < rows * rows; q++) {
          const left = d[Math.floor(q / rows) * P + p].subarray(n * K, (n + 1) * K);
          const right = d[(q % rows) * P + p].subarray(n * K, (n + 1) * K);
          for (let kl = 0; kl < K * K; kl++)
            S[q] += seed[n * K * K + kl] * left[Math.floor(kl / K)] * right[kl % K];
        }
      }
    }
    const address = (q: number): number =>
      q % m < fanIn ? layer.weights + Math.floor(q / m) * fanIn + (q % m) : layer.biases + Math.floor(q / m);
    for (let r = 0; r < rows * m; r++) {
      for (let q = 0; q < rows * m; q++) {
        const s = S[Math.floor(r / m) * rows + Math.floor(q / m)];
        product[address(r) * W + address(q)] = (c * s * A[(r % m) * m + (q % m)]) / (N * P);
      }
    }
  }
  for (let q = 0; q < W; q++) product[q * (W + 1)] += problem.weightDecay;
  return product;
}

/** `∂a_k/∂a_unit`, [N × K], by forward mode. */
function outputsFrom({ topology, forward, problem }: Workspace, from: Layer, unit: number): Float64Array {
  const { N, zin, h1 } = forward;
  const zero = new Float64Array(topology.W);
  const Ra = topology.layers.map(({ units }) => new Float64Array(N * units));
  const Rz = Ra.map((_, l) => Ra[l].slice());
  for (const layer of topology.layers.slice(from.index)) {
    const { index: l, units } = layer;
    if (layer === from) for (let n = 0; n < N; n++) Ra[l][n * units + unit] = 1;
    else {
      const Rzin = gather(layer, N, new Float64Array(N * topology.inputUnits), Rz);
      passesOf(layer).rForward(layer, problem.parameters, zero, zin[l], Rzin, N, Ra[l]);
    }
    for (let q = 0; q < Rz[l].length; q++) Rz[l][q] = h1[l][q] * Ra[l][q];
  }
  return Ra[topology.layers.length - 1];
}
