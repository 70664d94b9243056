import { activationOf } from '../../activations/index.ts';
import type { Workspace } from '../../curvature/workspace.ts';
import { softmaxOf } from '../../losses/softmaxOf.ts';

/**
 * `∂y_k/∂w` from `∂a_k/∂w`, one [W × N] table for each output: h' times the row, or for softmax
 * `y_k (∂a_k − Σ_l y_l ∂a_l)`. O(K N W), of softmax O(K² N W).
 */
export function throughOutputs(
  { topology, forward }: Workspace,
  Ja: readonly Float64Array[],
): readonly Float64Array[] {
  const { N } = forward;
  const { index, spec, units: K } = topology.layers[topology.layers.length - 1];
  const a = forward.a[index];
  const activation = activationOf(spec.activation);
  if (activation.kind !== 'softmax') {
    const h1 = new Float64Array(a.length);
    activation.evaluate(a, new Float64Array(a.length), h1, new Float64Array(a.length));
    return Ja.map((table, k) => table.map((entry, at) => h1[(at % N) * K + k] * entry));
  }
  const y = new Float64Array(a.length);
  for (let n = 0; n < N; n++) softmaxOf(a, K, n * K, y);
  return Ja.map((table, k) =>
    table.map((entry, at) => {
      const n = at % N;
      const mean = Ja.reduce((sum, other, l) => sum + y[n * K + l] * other[at], 0);
      return y[n * K + k] * (entry - mean);
    }),
  );
}
