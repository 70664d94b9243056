import { sigmoid } from '../activations/sigmoid.ts';
import type { CanonicalLoss } from './loss.ts';

/** y(1−y) of y = 1/(1+e⁻ᵃ), without cancellation. */
const variance = (a: number): number => sigmoid(a) * sigmoid(-a);

/**
 * Binary cross-entropy with logistic outputs: `E_n = −Σ_k [t ln y + (1−t) ln(1−y)]` (PRML 5.21),
 * computed from a as `softplus(a) − t a`, so that a saturated output loses no digits.
 */
export const binaryCrossEntropy: CanonicalLoss = {
  kind: 'canonical',
  label: 'Binary cross-entropy',
  formula: String.raw`-\sum_k \{t_k\ln y_k+(1-t_k)\ln(1-y_k)\}`,
  section: 'PRML 5.21',
  targets: 'binary',
  outputs: ['logistic'],
  reason: 'Cross-entropy reads the output as a probability, so it goes with logistic outputs only.',
  evaluate(a, t, K, at, { y, delta, M }) {
    let En = 0;
    for (let k = 0; k < K; k++) {
      const ak = a[at + k];
      En += Math.max(ak, 0) + Math.log1p(Math.exp(-Math.abs(ak))) - t[at + k] * ak;
      y[at + k] = sigmoid(ak);
      delta[at + k] = y[at + k] - t[at + k];
      M[at * K + k * K + k] = variance(ak);
    }
    return En;
  },
  information(a, K, at, S) {
    for (let k = 0; k < K; k++) S[at * K + k * K + k] = variance(a[at + k]);
  },
  sample(y, K, at, random, t) {
    for (let k = at; k < at + K; k++) t[k] = random.uniform() < y[k] ? 1 : 0;
  },
};
