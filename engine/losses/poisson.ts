import { sigmoid } from '../activations/sigmoid.ts';
import { poissonDraw } from '../data/poissonDraw.ts';
import type { DirectLoss, FromPreActivation } from './loss.ts';

/** y = eᵃ: `E = eᵃ − t a`, δ = y − t and M = y, whatever t; the cut at y sees t instead of y. */
const behindExp: FromPreActivation = {
  terms(a, t) {
    const y = Math.exp(a);
    return { y, E: t === 0 ? y : y - t * a, delta: y - t, M: y, Mcut: t };
  },
  information: Math.exp,
};

/** Below it, `1 − ln(1+e)/e = e/2 − e²/3 + …`, e = eᵃ, is summed: ten terms are right to 1e-17 of the first. */
const SERIES_BELOW = -4;

/**
 * y = ln(1+eᵃ), ln y, and the quotients r = σ(a)/y and r − σ(−a), which is e/2 for small e: none of them
 * underflows with y or cancels.
 */
function softplusParts(a: number): { y: number; lnY: number; r: number; excess: number } {
  if (a >= SERIES_BELOW) {
    const y = Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
    const r = sigmoid(a) / y;
    return { y, lnY: Math.log(y), r, excess: r - sigmoid(-a) };
  }
  const e = Math.exp(a);
  let q = 0;
  for (let k = 11; k >= 2; k--) q = e * (1 / k - q);
  const r = 1 / ((1 + e) * (1 - q));
  return { y: e * (1 - q), lnY: a + Math.log1p(-q), r, excess: q * r };
}

/** y = ln(1+eᵃ): δ = σ(a) − t r, M = σ(a)σ(−a) + t r (r − σ(−a)), r = σ(a)/y. */
const behindSoftplus: FromPreActivation = {
  terms(a, t) {
    const { y, lnY, r, excess } = softplusParts(a);
    const s = sigmoid(a);
    return {
      y,
      E: t === 0 ? y : y - t * lnY,
      delta: s - t * r,
      M: s * sigmoid(-a) + t * r * excess,
      Mcut: t * r * r,
    };
  },
  information: (a) => sigmoid(a) * softplusParts(a).r, // σ²/y
};

/** Poisson: `E_n = Σ_k (y_k − t_k ln y_k)`, −ln p(t|y) of counts with mean y but for ln t!; 0 ln y = 0. */
export const poisson: DirectLoss = {
  kind: 'direct',
  label: 'Poisson',
  formula: String.raw`\sum_k (y_k-t_k\ln y_k)`,
  section: 'McCullagh & Nelder 1989',
  targets: 'non-negative',
  outputs: ['exp', 'softplus'],
  reason:
    'It reads the output as a mean count, which is positive, so it goes with exp and softplus outputs only.',
  behind: { exp: behindExp, softplus: behindSoftplus },
  sample: poissonDraw,
};
