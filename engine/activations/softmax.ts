import type { SoftmaxActivation } from './activation.ts';

/** Softmax: `y_k = exp(a_k) / Σ_j exp(a_j)` over the outputs of a pattern (PRML 4.104). */
export const softmax: SoftmaxActivation = {
  kind: 'softmax',
  label: 'softmax',
  formula: String.raw`\frac{e^{a_k}}{\sum_j e^{a_j}}`,
  place: 'output',
};
