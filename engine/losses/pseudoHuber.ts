import type { Random } from '../data/random.ts';
import { realTargetOutputs, type SeparableLoss } from './loss.ts';

/**
 * E[r²/s²] under exp(−s)/(2K₁(1)), s = √(1 + r²): with r = sinh u it is
 * `1 − Ki₁(1)/K₁(1)`, K₁ the Bessel and Ki₁(1) = ∫_0^∞ e^(−cosh u)/cosh u du the Bickley function
 * (Abramowitz & Stegun 9.6.24, 11.2.8).
 */
const INFORMATION = 0.45458957510188977;

/**
 * r from the density exp(−√(1 + r²))/(2K₁(1)), the hyperbolic distribution (Barndorff-Nielsen 1977), by
 * rejection from exp(−|r|)/2, which lies above it: three of five draws are kept.
 */
function hyperbolic(random: Random): number {
  for (;;) {
    const size = -Math.log(1 - random.uniform());
    if (random.uniform() < Math.exp(size - Math.hypot(1, size))) return random.uniform() < 0.5 ? -size : size;
  }
}

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
  likelihood: { information: () => INFORMATION, sample: (y, random) => y + hyperbolic(random) },
};
