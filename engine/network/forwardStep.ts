import { activationOf } from '../activations/index.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { gather } from './gather.ts';

/** One layer's part of a forward pass that is done again and again, in arrays kept from pass to pass. */
export interface ForwardStep {
  /** Pre-activations [N × units]. */
  readonly a: Float64Array;
  /** Writes `a = W z + b` (PRML 5.48) of what the layer reads now. O(N · its weights). */
  preActivate(w: Float64Array): void;
  /** Writes `z = h(a)` where the layers after it read it; nothing at the output, whose activation is the loss's. */
  activate(): void;
}

/**
 * The step of one layer. `z` holds what the layers give, [N × units] each: read from there, and a hidden layer puts
 * its own array there.
 */
export function forwardStep(
  layer: Layer,
  inputs: Float64Array,
  N: number,
  z: Float64Array[],
  isOutput: boolean,
): ForwardStep {
  const a = new Float64Array(N * layer.units);
  return {
    a,
    preActivate(w) {
      a.fill(0);
      passesOf(layer).forward(layer, w, gather(layer, N, inputs, z), N, a);
    },
    activate: isOutput ? () => undefined : activationInto(layer, a, z),
  };
}

function activationInto({ spec, index }: Layer, a: Float64Array, z: Float64Array[]): () => void {
  const activation = activationOf(spec.activation);
  if (activation.kind === 'softmax') throw new Error('internal: softmax at a hidden layer');
  const [own, h1, h2] = [0, 1, 2].map(() => new Float64Array(a.length));
  z[index] = own;
  return () => activation.evaluate(a, own, h1, h2);
}
