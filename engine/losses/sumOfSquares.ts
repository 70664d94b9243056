import { realTargetOutputs, type SeparableLoss } from './loss.ts';

/** Sum of squares: `E_n = ½ Σ_k (y_k − t_k)²` (PRML 5.11). */
export const sumOfSquares: SeparableLoss = {
  kind: 'separable',
  label: 'Sum of squares',
  formula: String.raw`\tfrac12\sum_k (y_k-t_k)^2`,
  section: 'PRML 5.11',
  targets: 'real',
  outputs: realTargetOutputs,
  reason: '',
  value: (y, t) => 0.5 * (y - t) * (y - t),
  slope: (y, t) => y - t,
  curvature: () => 1,
  // N(y, 1)
  likelihood: { information: () => 1, sample: (y, random) => y + random.normal() },
};
