import type { ElementwiseActivation } from './activation.ts';

/** sin: `h(a) = sin a`. */
export const sin: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'sin',
  formula: String.raw`\sin a`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      z[n] = Math.sin(a[n]);
      h1[n] = Math.cos(a[n]);
      h2[n] = -z[n];
    }
  },
};
