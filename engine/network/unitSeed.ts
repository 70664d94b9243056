import { passesOf } from '../layers/index.ts';
import type { Seed } from '../losses/seed.ts';
import { gather, roomToSend, scatter } from './gather.ts';
import { type BackwardTape, type ForwardTape, timesM } from './sweeps.ts';
import type { Topology } from './topology.ts';

/** R{·} for a change of one pre-activation a_j by 1 in every pattern. */
interface UnitSeed {
  /** R{z} of what each layer reads, [N × inputs]; null where it does not depend on a_j. */
  readonly Rzin: readonly (Float64Array | null)[];
  /** R{δ} of the layer of j and the later ones, [N × units]; null for earlier ones. */
  readonly Rdelta: readonly (Float64Array | null)[];
}

/**
 * R-forward from unit j of layer l, `R{a_j} = 1`, then M and R-backward to layer l: `R{δ_k} = ∂²E_n/∂a_k∂a_j`
 * (Bishop 1992). `w0` is w with its biases 0: `A(w) R{z}` is then the layer's own forward pass. O(N W).
 */
export function unitSeed(
  topology: Topology,
  w: Float64Array,
  w0: Float64Array,
  tape: ForwardTape,
  seed: Seed,
  back: BackwardTape,
  l: number,
  j: number,
): UnitSeed {
  const { N } = tape;
  const { layers } = topology;
  const last = layers.length - 1;
  const Ra: (Float64Array | null)[] = layers.map(() => null);
  const Rz: (Float64Array | null)[] = layers.map(() => null);
  const Rzin: (Float64Array | null)[] = layers.map(() => null);
  for (const layer of layers.slice(l)) {
    const m = layer.index;
    if (m === l) Ra[m] = seeded(N, layer.units, j);
    else if (layer.sources.some((source) => source.layer >= l && Rz[source.layer] !== null)) {
      const read = gather(layer, N, null, Rz);
      if (read === null) continue;
      const changed = new Float64Array(N * layer.units);
      const passes = passesOf(layer);
      // Without weights a layer's map may depend on z itself (the largest of a window).
      if (layer.rows > 0) passes.forward(layer, w0, read, N, changed);
      else passes.rForward(layer, w, w0, tape.zin[m], read, N, changed);
      Rzin[m] = read;
      Ra[m] = changed;
    }
    const own = Ra[m];
    if (own !== null && m < last) Rz[m] = own.map((entry, q) => tape.h1[m][q] * entry);
  }
  const Rdelta: (Float64Array | null)[] = layers.map(() => null);
  const Re = layers.map(({ units, index }) => (index < l ? null : new Float64Array(N * units)));
  for (const layer of layers.slice(l).reverse()) {
    const m = layer.index;
    const changed = Ra[m];
    const e = Re[m];
    const Rd = new Float64Array(N * layer.units);
    if (m === last) {
      if (changed !== null) Rd.set(timesM(seed.M, changed, N, layer.units));
    } else if (e !== null) {
      for (let q = 0; q < Rd.length; q++) Rd[q] = tape.h1[m][q] * e[q];
      if (changed !== null)
        for (let q = 0; q < Rd.length; q++) Rd[q] += tape.h2[m][q] * changed[q] * back.e[m][q];
    }
    Rdelta[m] = Rd;
    if (m === l) break;
    const sent = roomToSend(layer, N, Re);
    passesOf(layer).backward(layer, w, tape.zin[m], Rd, N, sent);
    scatter(layer, N, sent, Re);
  }
  return { Rzin, Rdelta };
}

function seeded(N: number, units: number, j: number): Float64Array {
  const Ra = new Float64Array(N * units);
  for (let n = 0; n < N; n++) Ra[n * units + j] = 1;
  return Ra;
}
