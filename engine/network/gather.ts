import type { Layer } from '../layers/layer.ts';

/**
 * What a layer reads: the columns of its sources side by side, [N × inputs]. A single source is passed on as it is.
 * `input` is the network's input's array, `ofLayers` those of the layers; null stands for zeros.
 */
export function gather<T extends Float64Array | null>(
  layer: Layer,
  N: number,
  input: T,
  ofLayers: readonly T[],
): Float64Array | T {
  const [first] = layer.sources;
  if (layer.sources.length === 1) return first.layer < 0 ? input : ofLayers[first.layer];
  const gathered = new Float64Array(N * layer.inputs);
  for (const source of layer.sources) {
    const part = source.layer < 0 ? input : ofLayers[source.layer];
    if (part === null) continue;
    for (let n = 0; n < N; n++) {
      gathered.set(part.subarray(n * source.units, (n + 1) * source.units), n * layer.inputs + source.column);
    }
  }
  return gathered;
}

/**
 * Where a layer adds what it sends back, [N × inputs]: the array of its only source itself, or one of its own that is
 * to be scattered.
 */
export function roomToSend(
  layer: Layer,
  N: number,
  ofLayers: readonly (Float64Array | null)[],
): Float64Array {
  const [first] = layer.sources;
  const own = layer.sources.length === 1 && first.layer >= 0 ? ofLayers[first.layer] : null;
  return own ?? new Float64Array(N * layer.inputs);
}

/** Adds what a layer sends back to the layers it read; what goes to the input, or is there already, is left out. */
export function scatter(
  layer: Layer,
  N: number,
  sent: Float64Array,
  ofLayers: readonly (Float64Array | null)[],
): void {
  for (const source of layer.sources) {
    const target = source.layer < 0 ? null : ofLayers[source.layer];
    if (target === null || target === sent) continue;
    for (let n = 0; n < N; n++) {
      const from = n * layer.inputs + source.column;
      const to = n * source.units;
      for (let i = 0; i < source.units; i++) target[to + i] += sent[from + i];
    }
  }
}
