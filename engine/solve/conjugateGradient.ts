import { dot } from '../kernels/multiply.ts';
import { relativeDistance } from './relativeDistance.ts';

/** What conjugate gradients reached. */
export interface ConjugateGradient {
  /** The last iterate; 0 at the start. */
  readonly x: Float64Array;
  /** `‖b − A x_k‖ / ‖b‖` for k = 0, 1, …, as the recursion carries it. */
  readonly residuals: readonly number[];
  /** `‖x_k − x‖ / ‖x‖` for each residual; empty without a solution x to compare with. */
  readonly errors: readonly number[];
  readonly status: 'converged' | 'negative-curvature' | 'steps';
  /** Of the search direction that was not of positive curvature: `p` and `pᵀAp / pᵀp ≤ 0`. */
  readonly stop: { readonly direction: Float64Array; readonly curvature: number } | null;
}

export interface ConjugateGradientSettings {
  /** Products at most. */
  readonly steps: number;
  /** Of the relative residual. */
  readonly tolerance: number;
  /** The solution by other means, to measure errors. */
  readonly solution?: Float64Array | undefined;
}

/**
 * Solves `A x = b` for a symmetric operator by conjugate gradients (Hestenes & Stiefel 1952) from x = 0; stops where a
 * search direction p has `pᵀAp ≤ 0`, along which the quadratic model has no minimum (Steihaug 1983). One product a step.
 * @throws `curvature along the search direction is not finite: NaN`
 */
export function conjugateGradient(
  apply: (v: Float64Array) => Float64Array,
  b: Float64Array,
  { steps, tolerance, solution }: ConjugateGradientSettings,
): ConjugateGradient {
  const W = b.length;
  const square = (v: Float64Array): number => dot(v, 0, v, 0, W);
  const x = new Float64Array(W);
  const r = b.slice();
  const p = b.slice();
  const size = Math.sqrt(square(b));
  const residuals = [size === 0 ? 0 : 1];
  const errorsOf = (): number[] => (solution === undefined ? [] : [relativeDistance(x, solution)]);
  const errors = errorsOf();
  let rr = square(r);
  for (let step = 0; step < steps && residuals[step] > tolerance; step++) {
    const Ap = apply(p);
    const pAp = dot(p, 0, Ap, 0, W);
    if (!Number.isFinite(pAp)) throw new Error(`curvature along the search direction is not finite: ${pAp}`);
    if (pAp <= 0) {
      const stop = { direction: p, curvature: pAp / square(p) };
      return { x, residuals, errors, status: 'negative-curvature', stop };
    }
    const length = rr / pAp;
    for (let q = 0; q < W; q++) {
      x[q] += length * p[q];
      r[q] -= length * Ap[q];
    }
    const next = square(r);
    for (let q = 0; q < W; q++) p[q] = r[q] + (next / rr) * p[q];
    rr = next;
    residuals.push(Math.sqrt(rr) / size);
    errors.push(...errorsOf());
  }
  const last = residuals[residuals.length - 1];
  return { x, residuals, errors, status: last <= tolerance ? 'converged' : 'steps', stop: null };
}
