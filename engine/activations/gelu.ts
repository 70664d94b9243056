import type { ElementwiseActivation } from './activation.ts';
import { gaussian, tailOf } from './erfc.ts';

/** gelu: `h(a) = a Φ(a)`, Φ the standard normal distribution function, by erf (Hendrycks & Gimpel 2016). */
export const gelu: ElementwiseActivation = {
  kind: 'elementwise',
  label: 'gelu',
  formula: String.raw`\tfrac a2\{1+\operatorname{erf}(a/\sqrt2)\}`,
  place: 'any',
  evaluate(a, z, h1, h2) {
    for (let n = 0; n < a.length; n++) {
      const e = gaussian(a[n], 0.5);
      const tail = 0.5 * tailOf(Math.abs(a[n]) * Math.SQRT1_2, e); // Φ(−|a|)
      const Phi = a[n] < 0 ? tail : 1 - tail;
      if (Phi === 0) {
        z[n] = h1[n] = h2[n] = 0; // also at −∞, where a Φ is no number
        continue;
      }
      const phi = e / Math.sqrt(2 * Math.PI); // φ = Φ′, φ′ = −aφ
      z[n] = a[n] * Phi;
      h1[n] = Phi + (e === 0 ? 0 : a[n] * phi);
      h2[n] = e === 0 ? 0 : phi * (2 - a[n] * a[n]);
    }
  },
};
