import type { ElementwiseActivation } from './activation.ts';

const SLOPE = 0.01;

/** leaky relu: `h(a) = a` for a > 0, `0.01 a` otherwise (Maas et al. 2013). */
export const leakyRelu: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'leaky relu',
  formula: String.raw`\max(0.01\,a,a)`,
  place: 'any',
  note: 'The kink has no second derivative: this is the Hessian of the smooth piece around w.',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const slope = a[n] > 0 ? 1 : SLOPE;
      z[n] = slope * a[n];
      h1[n] = slope;
      h2[n] = 0; // the smooth piece; the kink has no second derivative
    }
  },
};
