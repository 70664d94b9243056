import type { ElementwiseActivation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** logistic: `h(a) = 1/(1+e^-a)`. PRML 4.59. */
export const logistic: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'logistic',
  formula: String.raw`\frac{1}{1+e^{-a}}`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const s = sigmoid(a[n]);
      const c = sigmoid(-a[n]); // 1 − s without cancellation
      z[n] = s;
      h1[n] = s * c; // ds/da = s(1−s)
      h2[n] = s * c * (c - s); // d²s/da² = s(1−s)(1−2s)
    }
  },
};
