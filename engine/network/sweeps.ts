import { activationOf } from '../activations/index.ts';
import { passesOf } from '../layers/index.ts';
import { type Layer, readsInputsOnly } from '../layers/layer.ts';
import type { Seed } from '../losses/seed.ts';
import { gather, roomToSend, scatter } from './gather.ts';
import type { Topology } from './topology.ts';

/** What the forward sweep leaves behind, one array a layer: zin [N × inputs], the others [N × units]. */
export interface ForwardTape {
  readonly N: number;
  readonly zin: readonly Float64Array[];
  readonly a: readonly Float64Array[];
  readonly z: readonly Float64Array[];
  readonly h1: readonly Float64Array[];
  readonly h2: readonly Float64Array[];
}

/** δ = ∂E_n/∂a and e = ∂E_n/∂z, [N × units] a layer; e of the output is not used. */
export interface BackwardTape {
  readonly delta: readonly Float64Array[];
  readonly e: readonly Float64Array[];
}

/** The R-forward sweep's tape, D directions side by side, [D·N × ·]; `Rzin` is null where the inputs do not depend on w. */
interface RForwardTape {
  readonly Rzin: readonly (Float64Array | null)[];
  readonly Ra: readonly Float64Array[];
}

/** The rows of direction d of D in [D·N × units]. */
export const rowsOf = (x: Float64Array, d: number, D: number): Float64Array =>
  x.subarray((d * x.length) / D, ((d + 1) * x.length) / D);

function zeros({ layers }: Topology, N: number): Float64Array[] {
  const tape: Float64Array[] = [];
  for (const { units } of layers) tape.push(new Float64Array(N * units));
  return tape;
}

const NOTHING = new Float64Array(0);

const backwards = (topology: Topology): readonly Layer[] => [...topology.layers].reverse();

const isOutput = (topology: Topology, layer: Layer): boolean => layer.index === topology.layers.length - 1;

/**
 * Forward sweep over the DAG: `a = W z + b`, `z = h(a)` (PRML 5.48, 5.49). The output layer's z, h1, h2
 * stay empty: its activation belongs to the loss (losses/seed.ts). O(N W).
 */
export function forwardSweep(
  topology: Topology,
  w: Float64Array,
  inputs: Float64Array,
  N: number,
): ForwardTape {
  const a = zeros(topology, N);
  const z = zeros(topology, N);
  const h1 = zeros(topology, N);
  const h2 = zeros(topology, N);
  const zin: Float64Array[] = [];
  for (const layer of topology.layers) {
    const l = layer.index;
    zin[l] = gather(layer, N, inputs, z);
    passesOf(layer).forward(layer, w, zin[l], N, a[l]);
    if (isOutput(topology, layer)) continue;
    const activation = activationOf(layer.spec.activation);
    if (activation.kind === 'softmax') throw new Error('internal: softmax at a hidden layer');
    activation.evaluate(a[l], z[l], h1[l], h2[l]);
  }
  return { N, zin, a, z, h1, h2 };
}

/** Backward sweep from any δ at the outputs: `δ_j = h'(a_j) Σ_k w_kj δ_k` (PRML 5.56). O(N W). */
export function backwardSweep(
  topology: Topology,
  w: Float64Array,
  tape: ForwardTape,
  outputDelta: Float64Array,
): BackwardTape {
  const delta = zeros(topology, tape.N);
  const e = zeros(topology, tape.N);
  for (const layer of backwards(topology)) {
    const l = layer.index;
    if (isOutput(topology, layer)) delta[l] = outputDelta;
    else setProducts(delta[l], tape.h1[l], e[l]);
    if (readsInputsOnly(layer)) continue;
    const sent = roomToSend(layer, tape.N, e);
    passesOf(layer).backward(layer, w, tape.zin[l], delta[l], tape.N, sent);
    scatter(layer, tape.N, sent, e);
  }
  return { delta, e };
}

/** `x = y z`, entry by entry. */
function setProducts(x: Float64Array, y: Float64Array, z: Float64Array): void {
  for (let q = 0; q < x.length; q++) x[q] = y[q] * z[q];
}

/** `Σ_n δ_j z_i` for every parameter (PRML 5.53), without reduction and weight decay. O(N W). */
export function gradientSweep(
  topology: Topology,
  tape: ForwardTape,
  delta: readonly Float64Array[],
): Float64Array {
  const g = new Float64Array(topology.W);
  for (const layer of topology.layers)
    passesOf(layer).gradient(layer, delta[layer.index], tape.zin[layer.index], tape.N, g);
  return g;
}

/**
 * R-forward sweep for the directions V: `R{a_j} = Σ_i (w_ji R{z_i} + v_ji z_i)`, `R{z_j} = h'(a_j) R{a_j}`
 * (PRML 5.99, 5.100). O(D N W).
 */
export function rForwardSweep(
  topology: Topology,
  w: Float64Array,
  V: readonly Float64Array[],
  tape: ForwardTape,
): RForwardTape {
  const { N } = tape;
  const D = V.length;
  const Ra = zeros(topology, D * N);
  const Rz = zeros(topology, D * N);
  const Rzin: (Float64Array | null)[] = [];
  for (const layer of topology.layers) {
    const l = layer.index;
    const read = readsInputsOnly(layer) ? null : gather<Float64Array | null>(layer, D * N, null, Rz);
    const h1 = tape.h1[l];
    V.forEach((v, d) => {
      const own = rowsOf(Ra[l], d, D);
      passesOf(layer).rForward(layer, w, v, tape.zin[l], read && rowsOf(read, d, D), N, own);
      setProducts(rowsOf(Rz[l], d, D), h1, own);
    });
    Rzin[l] = read;
  }
  return { Rzin, Ra };
}

/** `R{δ_k} = Σ_k' M_kk' R{a_k'}` at the outputs (PRML 5.104 generalised): M [N × K × K] times u [N × K]. */
export function timesM(M: Float64Array, u: Float64Array, N: number, K: number): Float64Array {
  const product = new Float64Array(N * K);
  for (let row = 0; row < N * K; row++) {
    const n = row - (row % K);
    for (let k = 0; k < K; k++) product[row] += M[row * K + k] * u[n + k];
  }
  return product;
}

/**
 * R-backward sweep: `R{δ_j} = h''(a_j) R{a_j} e_j + h'(a_j) Σ_k (v_kj δ_k + w_kj R{δ_k})` and
 * `R{∂E/∂w_ji} = Σ_n (R{δ_j} z_i + δ_j R{z_i})` (PRML 5.106–5.111): Σ_n ∇∇E_n v for every v of V. O(D N W).
 */
export function rBackwardSweep(
  topology: Topology,
  w: Float64Array,
  V: readonly Float64Array[],
  tape: ForwardTape,
  seed: Seed,
  back: BackwardTape,
  rTape: RForwardTape,
): Float64Array[] {
  const { N } = tape;
  const D = V.length;
  const Re = zeros(topology, D * N);
  const Hv = V.map(() => new Float64Array(topology.W));
  for (const layer of backwards(topology)) {
    const l = layer.index;
    const first = readsInputsOnly(layer);
    const sent = first ? NOTHING : roomToSend(layer, D * N, Re);
    const passes = passesOf(layer);
    const [z, delta, read] = [tape.zin[l], back.delta[l], rTape.Rzin[l]];
    V.forEach((v, d) => {
      const Ra = rowsOf(rTape.Ra[l], d, D);
      const Rdelta = isOutput(topology, layer)
        ? timesM(seed.M, Ra, N, layer.units)
        : rDeltaOf(tape.h1[l], tape.h2[l], Ra, back.e[l], rowsOf(Re[l], d, D));
      passes.rGradient(layer, delta, Rdelta, z, read && rowsOf(read, d, D), N, Hv[d]);
      if (!first) passes.rBackward(layer, w, v, z, delta, Rdelta, N, rowsOf(sent, d, D));
    });
    if (!first) scatter(layer, D * N, sent, Re);
  }
  return Hv;
}

/** `R{δ_j} = h''(a_j) R{a_j} e_j + h'(a_j) R{e_j}`. */
function rDeltaOf(
  h1: Float64Array,
  h2: Float64Array,
  Ra: Float64Array,
  e: Float64Array,
  Re: Float64Array,
): Float64Array {
  const Rdelta = new Float64Array(Ra.length);
  for (let q = 0; q < Rdelta.length; q++) Rdelta[q] = h2[q] * Ra[q] * e[q] + h1[q] * Re[q];
  return Rdelta;
}

/**
 * The diagonal recursion `∂²E/∂a_j² = h'(a_j)² Σ_k w_kj² ∂²E/∂a_k² + h''(a_j) Σ_k w_kj δ_k`, started at
 * M_kk, summed into `Σ_n ∂²E/∂a_j² z_i²` for every parameter (PRML 5.79–5.81). O(N W).
 */
export function diagonalSweep(
  topology: Topology,
  w: Float64Array,
  tape: ForwardTape,
  seed: Seed,
  back: BackwardTape,
): Float64Array {
  const { N } = tape;
  const D = zeros(topology, N);
  const d = zeros(topology, N);
  const diagonal = new Float64Array(topology.W);
  for (const layer of backwards(topology)) {
    const l = layer.index;
    if (isOutput(topology, layer)) setDiagonals(D[l], seed.M, layer.units);
    else setCurvatures(D[l], tape.h1[l], d[l], tape.h2[l], back.e[l]);
    passesOf(layer).diagonalGradient(layer, D[l], tape.zin[l], N, diagonal);
    if (readsInputsOnly(layer)) continue;
    const sent = roomToSend(layer, N, d);
    passesOf(layer).diagonalBackward(layer, w, tape.zin[l], D[l], N, sent);
    scatter(layer, N, sent, d);
  }
  return diagonal;
}

/** `M_kk` of every pattern: M [N × K × K], D [N × K]. */
function setDiagonals(D: Float64Array, M: Float64Array, K: number): void {
  for (let q = 0; q < D.length; q++) D[q] = M[q * K + (q % K)];
}

/** `h'² d + h'' e`, entry by entry. */
function setCurvatures(
  D: Float64Array,
  h1: Float64Array,
  d: Float64Array,
  h2: Float64Array,
  e: Float64Array,
): void {
  for (let q = 0; q < D.length; q++) D[q] = h1[q] * h1[q] * d[q] + h2[q] * e[q];
}
