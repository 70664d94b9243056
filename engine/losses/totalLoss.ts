import { type ActivationKind, activationOf } from '../activations/index.ts';
import { type LossKind, lossOf } from './index.ts';
import { softmaxOf } from './softmaxOf.ts';

/**
 * `Σ_n E_n` as a function of the output pre-activations a [N × K], and nothing else of what seed.ts
 * finds: no δ and no M of N K² numbers. Its scratch space is kept from call to call. O(N K).
 */
export function totalLoss(
  kind: LossKind,
  activation: ActivationKind,
  targets: Float64Array,
  K: number,
): (a: Float64Array) => number {
  const loss = lossOf(kind);
  const output = activationOf(activation);
  if (loss.kind === 'canonical') {
    const out = { y: new Float64Array(K), delta: new Float64Array(K), M: new Float64Array(K * K) };
    return (a) => {
      let E = 0;
      for (let at = 0; at < a.length; at += K)
        E += loss.evaluate(a.subarray(at, at + K), targets.subarray(at, at + K), K, 0, out);
      return E;
    };
  }
  if (loss.kind === 'direct') {
    const behind = loss.behind[activation];
    if (behind === undefined) throw new Error(`internal: ${loss.label} behind ${activation}`);
    return (a) => {
      let E = 0;
      for (let at = 0; at < a.length; at++) E += behind.terms(a[at], targets[at]).E;
      return E;
    };
  }
  const [y, h1, h2] = [0, 1, 2].map(() => new Float64Array(targets.length));
  return (a) => {
    if (output.kind === 'softmax') for (let at = 0; at < a.length; at += K) softmaxOf(a, K, at, y);
    else output.evaluate(a, y, h1, h2);
    let E = 0;
    for (let at = 0; at < a.length; at++) E += loss.value(y[at], targets[at]);
    return E;
  };
}
