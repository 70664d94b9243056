import { realTargetOutputs, type SeparableLoss } from './loss.ts';

/** Squared norm: `E_n = Σ_k (y_k − t_k)²`, twice the sum of squares, as in Newton methods for CNNs (B = 2I). */
export const squaredNorm: SeparableLoss = {
  kind: 'separable',
  label: 'Squared norm',
  formula: String.raw`\sum_k (y_k-t_k)^2`,
  section: 'Wang et al. 2018',
  targets: 'real',
  outputs: realTargetOutputs,
  reason: '',
  value: (y, t) => (y - t) * (y - t),
  slope: (y, t) => 2 * (y - t),
  curvature: () => 2,
  // N(y, ½)
  likelihood: { information: () => 2, sample: (y, random) => y + Math.SQRT1_2 * random.normal() },
};
