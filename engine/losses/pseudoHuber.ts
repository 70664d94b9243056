import { realTargetOutputs, type SeparableLoss } from './loss.ts';

/**
 * Pseudo-Huber: `E_n = Σ_k √(1 + (y_k − t_k)²) − 1`, convex, linear far away.
 * With r = y − t and s = √(1 + r²), √(1 + r²) − 1 = r²/(s + 1) keeps its digits near 0.
 */
export const pseudoHuber: SeparableLoss = {
  kind: 'separable',
  label: 'Pseudo-Huber',
  formula: String.raw`\sum_k \sqrt{1+(y_k-t_k)^2}-1`,
  section: 'Charbonnier et al. 1997',
  targets: 'real',
  outputs: realTargetOutputs,
  reason: '',
  value: (y, t) => (y - t) ** 2 / (Math.hypot(1, y - t) + 1),
  slope: (y, t) => (y - t) / Math.hypot(1, y - t), // r/s
  curvature: (y, t) => 1 / Math.hypot(1, y - t) ** 3, // 1/s³
};
