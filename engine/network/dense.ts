import { multiplyAB, multiplyABt, multiplyAtB } from '../kernels/multiply.ts';
import type { Layer } from './topology.ts';

/**
 * All passes of a dense layer over a batch. Arrays are row-major [N × units] or [N × inputs]; `w` and
 * `v` are whole parameter vectors, of which the layer reads its own run. Every pass adds to its output.
 * Each costs about 2·N·units·inputs operations for every product it holds.
 */

const weightsOf = (layer: Layer, w: Float64Array): Float64Array => w.subarray(layer.weights, layer.biases);

/** `a_j = Σ_i w_ji z_i + w_j0` (PRML 5.48). */
export function forward(layer: Layer, w: Float64Array, z: Float64Array, N: number, a: Float64Array): void {
  addBiases(layer, w, N, a);
  multiplyABt(z, weightsOf(layer, w), a, N, layer.units, layer.inputs);
}

/** `e_i = ∂E/∂z_i = Σ_j w_ji δ_j` (PRML 5.56 without h'). */
export function backward(
  layer: Layer,
  w: Float64Array,
  delta: Float64Array,
  N: number,
  e: Float64Array,
): void {
  multiplyAB(delta, weightsOf(layer, w), e, N, layer.inputs, layer.units);
}

/** `∂E/∂w_ji = Σ_n δ_j z_i`, `∂E/∂w_j0 = Σ_n δ_j` (PRML 5.53), into the layer's run of `g`. */
export function gradient(
  layer: Layer,
  delta: Float64Array,
  z: Float64Array,
  N: number,
  g: Float64Array,
): void {
  multiplyAtB(delta, z, weightsOf(layer, g), layer.units, layer.inputs, N);
  sumColumns(layer, delta, N, g);
}

/** `R{a_j} = Σ_i (w_ji R{z_i} + v_ji z_i) + v_j0` (PRML 5.99); `Rz` is null where nothing before depends on w. */
export function rForward(
  layer: Layer,
  w: Float64Array,
  v: Float64Array,
  z: Float64Array,
  Rz: Float64Array | null,
  N: number,
  Ra: Float64Array,
): void {
  addBiases(layer, v, N, Ra);
  multiplyABt(z, weightsOf(layer, v), Ra, N, layer.units, layer.inputs);
  if (Rz !== null) multiplyABt(Rz, weightsOf(layer, w), Ra, N, layer.units, layer.inputs);
}

/** `R{e_i} = Σ_j (v_ji δ_j + w_ji R{δ_j})` (PRML 5.105 without h'). */
export function rBackward(
  layer: Layer,
  w: Float64Array,
  v: Float64Array,
  delta: Float64Array,
  Rdelta: Float64Array,
  N: number,
  Re: Float64Array,
): void {
  multiplyAB(delta, weightsOf(layer, v), Re, N, layer.inputs, layer.units);
  multiplyAB(Rdelta, weightsOf(layer, w), Re, N, layer.inputs, layer.units);
}

/** `R{∂E/∂w_ji} = Σ_n (R{δ_j} z_i + δ_j R{z_i})` (PRML 5.110), into the layer's run of `Hv`. */
export function rGradient(
  layer: Layer,
  delta: Float64Array,
  Rdelta: Float64Array,
  z: Float64Array,
  Rz: Float64Array | null,
  N: number,
  Hv: Float64Array,
): void {
  gradient(layer, Rdelta, z, N, Hv);
  if (Rz !== null) multiplyAtB(delta, Rz, weightsOf(layer, Hv), layer.units, layer.inputs, N);
}

/** `Σ_j w_ji² ∂²E/∂a_j²`: the diagonal recursion's way back (PRML 5.81, off-diagonal terms dropped). */
export function diagonalBackward(
  layer: Layer,
  w: Float64Array,
  D: Float64Array,
  N: number,
  d: Float64Array,
): void {
  const squared = weightsOf(layer, w).map((weight) => weight * weight);
  multiplyAB(D, squared, d, N, layer.inputs, layer.units);
}

/** `Σ_n ∂²E/∂a_j² z_i²` (PRML 5.79), into the layer's run of `diagonal`. */
export function diagonalGradient(
  layer: Layer,
  D: Float64Array,
  z: Float64Array,
  N: number,
  diagonal: Float64Array,
): void {
  gradient(
    layer,
    D,
    z.map((value) => value * value),
    N,
    diagonal,
  );
}

function addBiases(layer: Layer, w: Float64Array, N: number, a: Float64Array): void {
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < layer.units; j++) a[n * layer.units + j] += w[layer.biases + j];
  }
}

function sumColumns(layer: Layer, delta: Float64Array, N: number, g: Float64Array): void {
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < layer.units; j++) g[layer.biases + j] += delta[n * layer.units + j];
  }
}
