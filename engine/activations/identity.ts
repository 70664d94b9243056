import type { ElementwiseActivation } from './activation.ts';

/** identity: `h(a) = a`. Linear: H = G. */
export const identity: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'identity',
  formula: String.raw`a`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      z[n] = a[n];
      h1[n] = 1;
      h2[n] = 0;
    }
  },
};
