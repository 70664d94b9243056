import type { MatrixId } from '../../curvature/index.ts';
import type { MatrixValues } from '../../curvature/matrix.ts';
import { factored, solveFactored } from '../positiveDefinite.ts';
import type { PruningRuleId } from './index.ts';

/** How weights are scored. */
export interface PruningSettings {
  readonly rule: PruningRuleId;
  /** The curvature H of Optimal Brain Damage and Surgeon, weight decay included; magnitude reads none. */
  readonly matrix: MatrixId;
  /** λ ≥ 0, added to H's diagonal before Optimal Brain Surgeon inverts it. */
  readonly damping: number;
}

/** What deleting each weight that is left would do, by one rule. */
export interface Deletions {
  /** [W]: predicted ΔE, or |w_q| by magnitude; NaN where the weight is gone. */
  readonly scores: Float64Array;
  /** δw, [W], of deleting weight q: δw_q = −w_q exactly; others move with Optimal Brain Surgeon alone. */
  change(q: number): Float64Array;
}

/** The rows and columns of the weights that are left. O(W²). */
function restricted({ form, values }: MatrixValues, W: number, left: readonly number[]): MatrixValues {
  if (form === 'diagonal') return { form, values: Float64Array.from(left, (q) => values[q]) };
  const own = new Float64Array(left.length ** 2);
  left.forEach((p, row) => {
    left.forEach((q, column) => {
      own[row * left.length + column] = values[p * W + q];
    });
  });
  return { form, values: own };
}

/** Scores of the weights left, and deletions that move no other weight. */
function alone(w: Float64Array, left: readonly number[], score: (q: number) => number): Deletions {
  const scores = new Float64Array(w.length).fill(NaN);
  for (const q of left) scores[q] = score(q);
  return {
    scores,
    change: (q) => {
      const change = new Float64Array(w.length);
      change[q] = -w[q];
      return change;
    },
  };
}

/** Scores `|w_q|`: the smallest weight first. O(W). */
export const byMagnitude = (w: Float64Array, left: readonly number[]): Deletions =>
  alone(w, left, (q) => Math.abs(w[q]));

/** Optimal Brain Damage: `ΔE ≈ ½ H_qq w_q²` at a minimum, other weights kept (LeCun et al. 1990). O(W). */
export function byDamage(H: MatrixValues, w: Float64Array, left: readonly number[]): Deletions {
  const step = H.form === 'dense' ? w.length + 1 : 1;
  return alone(w, left, (q) => 0.5 * H.values[q * step] * w[q] * w[q]);
}

/**
 * Optimal Brain Surgeon: `L_q = w_q² / (2 [H⁻¹]_qq)` and `δw = −(w_q/[H⁻¹]_qq) H⁻¹ e_q`, the best that the other
 * weights left can do in the quadratic model (Hassibi & Stork 1993). H is restricted to the weights left, λ added to
 * its diagonal. O(W³).
 * @throws `H is not positive definite, eigenvalues above, at and below zero: 17, 0, 4`
 */
export function bySurgeon(
  H: MatrixValues,
  w: Float64Array,
  left: readonly number[],
  damping: number,
): Deletions {
  const own = restricted(H, w.length, left);
  const step = own.form === 'dense' ? left.length + 1 : 1;
  for (let q = 0; q < own.values.length; q += step) own.values[q] += damping;
  const factor = factored(own, left.length, damping > 0 ? `H + ${damping} I` : 'H');
  const column = (row: number): Float64Array => {
    const unit = new Float64Array(left.length);
    unit[row] = 1;
    return solveFactored(factor, unit);
  };
  const scores = new Float64Array(w.length).fill(NaN);
  left.forEach((q, row) => {
    scores[q] = (w[q] * w[q]) / (2 * column(row)[row]);
  });
  return {
    scores,
    change: (q) => {
      const row = left.indexOf(q);
      if (row < 0) throw new Error(`weight is gone already: ${q}`);
      const inverse = column(row);
      const change = new Float64Array(w.length);
      left.forEach((p, at) => {
        change[p] = -(w[q] / inverse[row]) * inverse[at];
      });
      change[q] = -w[q];
      return change;
    },
  };
}
