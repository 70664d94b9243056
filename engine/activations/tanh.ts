import type { ElementwiseActivation } from './activation.ts';

/** tanh: `h(a) = tanh a`. PRML 5.59. */
export const tanh: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'tanh',
  formula: String.raw`\tanh a`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      // With e = exp(−2|a|): tanh|a| = (1 − e)/(1 + e), sech²a = 4e/(1 + e)²: one exponential for all three.
      // Near 0 the difference 1 − e would cancel.
      const size = Math.abs(a[n]);
      const e = Math.exp(-2 * size);
      const s = 1 / (1 + e);
      const t = size < 0.4 ? Math.tanh(a[n]) : Math.sign(a[n]) * (1 - e) * s;
      z[n] = t;
      h1[n] = 4 * e * s * s;
      h2[n] = -2 * t * h1[n];
    }
  },
};
