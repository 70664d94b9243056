import { multiplyAB, multiplyABt, multiplyAtB } from '../kernels/multiply.ts';

/** A run of the parameter vector that holds W [rows × fanIn] and then the biases. */
export interface WeightMatrix {
  readonly rows: number;
  readonly fanIn: number;
  readonly weights: number;
  readonly biases: number;
}

const weightsOf = ({ weights, biases }: WeightMatrix, w: Float64Array): Float64Array =>
  w.subarray(weights, biases);

/** `a_j += Σ_i w_ji x_i` for N rows of x [N × fanIn], a [N × rows]. */
export function addRows(W: WeightMatrix, w: Float64Array, x: Float64Array, N: number, a: Float64Array): void {
  multiplyABt(x, weightsOf(W, w), a, N, W.rows, W.fanIn);
}

/** `a_j += w_j0`. */
export function addBiases({ rows, biases }: WeightMatrix, w: Float64Array, N: number, a: Float64Array): void {
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < rows; j++) a[n * rows + j] += w[biases + j];
  }
}

/** `x_i += Σ_j w_ji d_j`: d [N × rows] → x [N × fanIn]. */
export function sendBack(
  W: WeightMatrix,
  w: Float64Array,
  d: Float64Array,
  N: number,
  x: Float64Array,
): void {
  multiplyAB(d, weightsOf(W, w), x, N, W.fanIn, W.rows);
}

/** `g_ji += Σ_n d_j x_i`, and `g_j0 += Σ_n d_j` where the bias counts. */
export function addWeights(
  W: WeightMatrix,
  d: Float64Array,
  x: Float64Array,
  N: number,
  g: Float64Array,
  withBias: boolean,
): void {
  multiplyAtB(d, x, weightsOf(W, g), W.rows, W.fanIn, N);
  if (!withBias) return;
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < W.rows; j++) g[W.biases + j] += d[n * W.rows + j];
  }
}

/** `x_i += Σ_j w_ji² d_j`. */
export function sendBackSquared(
  W: WeightMatrix,
  w: Float64Array,
  d: Float64Array,
  N: number,
  x: Float64Array,
): void {
  multiplyAB(d, squares(weightsOf(W, w)), x, N, W.fanIn, W.rows);
}

/** Entry by entry. */
export function squares(x: Float64Array): Float64Array {
  const squared = new Float64Array(x.length);
  for (let q = 0; q < x.length; q++) squared[q] = x[q] * x[q];
  return squared;
}
