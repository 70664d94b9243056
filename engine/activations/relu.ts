import type { ElementwiseActivation } from './activation.ts';

/** relu: `h(a) = max(0, a)`. */
export const relu: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'relu',
  formula: String.raw`\max(0,a)`,
  place: 'any',
  note: 'The kink has no second derivative: this is the Hessian of the smooth piece around w.',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const on = a[n] > 0 ? 1 : 0;
      z[n] = on * a[n];
      h1[n] = on;
      h2[n] = 0; // the smooth piece; the kink has no second derivative
    }
  },
};
