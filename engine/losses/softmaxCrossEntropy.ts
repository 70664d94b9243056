import type { CanonicalLoss } from './loss.ts';
import { softmaxOf } from './softmaxOf.ts';

/** Writes `total (diag y − y yᵀ)` of one pattern, the covariance of one-hot targets at total = 1. */
function covariance(y: Float64Array, K: number, from: number, total: number, S: Float64Array, at: number) {
  for (let k = 0; k < K; k++) {
    for (let l = 0; l < K; l++) {
      S[at + k * K + l] = total * ((k === l ? y[from + k] : 0) - y[from + k] * y[from + l]);
    }
  }
}

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
    for (let k = at; k < at + K; k++) delta[k] = total * y[k] - t[k];
    covariance(y, K, at, total, M, at * K);
    return En;
  },
  information(a, K, at, S) {
    const y = new Float64Array(K);
    softmaxOf(a.subarray(at, at + K), K, 0, y);
    covariance(y, K, 0, 1, S, at * K);
  },
  sample(y, K, at, random, t) {
    let left = random.uniform();
    let k = at;
    while (k < at + K - 1 && left >= y[k]) left -= y[k++];
    t.fill(0, at, at + K);
    t[k] = 1;
  },
};
