import type { ElementwiseActivation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** softplus: `h(a) = ln(1+e^a)`. */
export const softplus: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'softplus',
  formula: String.raw`\ln(1+e^{a})`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const s = sigmoid(a[n]);
      z[n] = Math.max(a[n], 0) + Math.log1p(Math.exp(-Math.abs(a[n])));
      h1[n] = s; // d/da ln(1+eᵃ) = eᵃ/(1+eᵃ)
      h2[n] = s * sigmoid(-a[n]);
    }
  },
};
