import type { ElementwiseActivation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** silu: `h(a) = a/(1+e^-a)`. */
export const silu: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'silu',
  formula: String.raw`\frac{a}{1+e^{-a}}`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const s = sigmoid(a[n]);
      const s1 = s * sigmoid(-a[n]);
      z[n] = a[n] * s;
      h1[n] = s + a[n] * s1;
      h2[n] = s1 * (2 + a[n] * (1 - 2 * s)); // 2s′ + a s″, s″ = s′(1−2s)
    }
  },
};
