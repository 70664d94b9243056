import { realTargetOutputs, type SeparableLoss } from './loss.ts';

/**
 * Cauchy: `E_n = ½ Σ_k ln(1 + (y_k − t_k)²)`. Not convex: its curvature is negative
 * where |y − t| > 1, and Gauss–Newton with it loses positive
 * semi-definiteness.
 */
export const cauchy: SeparableLoss = {
  kind: 'separable',
  label: 'Cauchy',
  formula: String.raw`\tfrac12\sum_k \ln(1+(y_k-t_k)^2)`,
  section: 'Black & Rangarajan 1996',
  targets: 'real',
  outputs: realTargetOutputs,
  reason: '',
  value: (y, t) => 0.5 * Math.log1p((y - t) ** 2),
  slope: (y, t) => (y - t) / (1 + (y - t) ** 2), // r/(1+r²)
  curvature: (y, t) => (1 - (y - t) ** 2) / (1 + (y - t) ** 2) ** 2, // (1−r²)/(1+r²)²
  likelihood: { none: 'exp(−E) falls like 1/|y − t|, so its integral over t is infinite' },
};
