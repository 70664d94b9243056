import type { ElementwiseActivation } from './activation.ts';

/** exp: `h(a) = e^a`, for positive outputs: the mean of counts with the Poisson loss. */
export const exp: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'exp',
  formula: String.raw`e^{a}`,
  place: 'output',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) z[n] = h1[n] = h2[n] = Math.exp(a[n]);
  },
};
