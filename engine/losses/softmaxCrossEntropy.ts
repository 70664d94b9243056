import type { CanonicalLoss } from './loss.ts';
import { softmaxOf } from './softmaxOf.ts';

/**
 * Cross-entropy with softmax outputs: `E_n = −Σ_k t_k ln y_k` (PRML 5.24), computed from a by
 * log-sum-exp. δ_k = y_k Σt − t_k and M = Σt (diag y − y yᵀ); Σt = 1 for one-hot targets.
 */
export const softmaxCrossEntropy: CanonicalLoss = {
  kind: 'canonical',
  label: 'Softmax cross-entropy',
  formula: String.raw`-\sum_k t_k\ln y_k`,
  section: 'PRML 5.24',
  targets: 'one-hot',
  outputs: ['softmax'],
  reason: 'It reads the outputs as probabilities that add up to 1, so it goes with softmax outputs only.',
  evaluate(a, t, K, at, { y, delta, M }) {
    const logSum = softmaxOf(a, K, at, y);
    let En = 0;
    let total = 0;
    for (let k = at; k < at + K; k++) {
      En += t[k] * (logSum - a[k]);
      total += t[k];
    }
    for (let k = 0; k < K; k++) {
      delta[at + k] = total * y[at + k] - t[at + k];
      for (let l = 0; l < K; l++) {
        M[at * K + k * K + l] = total * ((k === l ? y[at + k] : 0) - y[at + k] * y[at + l]);
      }
    }
    return En;
  },
};
