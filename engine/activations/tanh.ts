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
      // Near 0 the difference 1 − e would cancel, so there it comes first; elsewhere e keeps its digits.
      const size = Math.abs(a[n]);
      const less = size < 0.4 ? -Math.expm1(-2 * size) : 0;
      const e = less > 0 ? 1 - less : Math.exp(-2 * size);
      const rest = less > 0 ? less : 1 - e;
      const s = 1 / (1 + e);
      const t = Math.sign(a[n]) * rest * s;
      z[n] = t;
      h1[n] = 4 * e * s * s;
      h2[n] = -2 * t * h1[n];
    }
  },
};
