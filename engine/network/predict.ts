import { activationOf } from '../activations/index.ts';
import type { NetworkSpec } from '../experiment/problem.ts';
import { softmaxOf } from '../losses/softmaxOf.ts';
import { forwardSweep } from './sweeps.ts';
import { topologyOf } from './topology.ts';

/** Outputs y [N × outputUnits] for inputs [N × inputUnits]. O(N W). */
export function predict(network: NetworkSpec, w: Float64Array, inputs: Float64Array): Float64Array {
  const topology = topologyOf(network);
  const N = inputs.length / topology.inputUnits;
  const output = topology.layers[topology.layers.length - 1];
  const a = forwardSweep(topology, w, inputs, N).a[output.index];
  const y = new Float64Array(a.length);
  const activation = activationOf(output.spec.activation);
  if (activation.kind === 'elementwise') {
    activation.evaluate(a, y, new Float64Array(a.length), new Float64Array(a.length));
  } else {
    for (let n = 0; n < N; n++) softmaxOf(a, output.units, n * output.units, y);
  }
  return y;
}
