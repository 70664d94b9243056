import type { ElementwiseActivation } from './activation.ts';

/** tanh: `h(a) = tanh a`. PRML 5.59. */
export const tanh: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'tanh',
  formula: String.raw`\tanh a`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const t = Math.tanh(a[n]);
      const s = 1 / Math.cosh(a[n]);
      z[n] = t;
      h1[n] = s * s; // sech²a, without the cancellation of 1 − t²
      h2[n] = -2 * t * s * s;
    }
  },
};
