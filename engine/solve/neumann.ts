import { dot } from '../kernels/multiply.ts';
import { lanczosExtremes } from '../spectrum/lanczos.ts';
import { relativeDistance } from './relativeDistance.ts';

const LANCZOS_STEPS = 240;
const LANCZOS_TOLERANCE = 1e-8;
/** A residual that many times ‖v‖ does not come back. */
const EXPLOSION = 1e8;

/** Whether the series converges for every v, and what of H decides it. */
export interface NeumannCondition {
  /** ρ(I − sH) = max |1 − sλ|: below 1 the series converges, each step shrinking the error by about ρ. */
  readonly radius: number;
  readonly smallest: number;
  readonly largest: number;
  /** `step too large`: s ≥ 2/λ_max; `not positive definite`: some λ ≤ 0, and no s > 0 helps. */
  readonly fails: 'step too large' | 'not positive definite' | null;
}

/** What the series reached. */
export interface Neumann extends NeumannCondition {
  /** `s p`, near `H⁻¹ v` once it has converged. */
  readonly x: Float64Array;
  /** `‖v − H s p_k‖ / ‖v‖` for k = 0, 1, … */
  readonly residuals: readonly number[];
  /** `‖s p_k − x‖ / ‖x‖` for each residual; empty without a solution x to compare with. */
  readonly errors: readonly number[];
  readonly status: 'converged' | 'diverged' | 'steps';
}

export interface NeumannSettings {
  /** The scale s. */
  readonly s: number;
  readonly steps: number;
  /** Of the relative residual. */
  readonly tolerance: number;
  /** The solution by other means, to measure errors. */
  readonly solution?: Float64Array | undefined;
}

/** The condition from both ends of H's spectrum, by Lanczos on products. O(k W²) and k products. */
export function neumannCondition(
  apply: (v: Float64Array) => Float64Array,
  W: number,
  s: number,
): NeumannCondition {
  const ends = lanczosExtremes(apply, W, LANCZOS_STEPS, LANCZOS_TOLERANCE);
  const [smallest, largest] = [ends.smallest.value, ends.largest.value];
  const radius = Math.max(Math.abs(1 - s * smallest), Math.abs(1 - s * largest));
  const fails = smallest <= 0 ? 'not positive definite' : radius >= 1 ? 'step too large' : null;
  return { radius, smallest, largest, fails };
}

/**
 * `H⁻¹ v` by Neumann's series `p ← v + (I − sH) p` from p = v, answer `s p` (LiSSA: Agarwal, Bullins & Hazan 2017). It
 * converges for every v where ρ(I − sH) < 1; a residual of 10⁸ ‖v‖, or none, ends it. One product a step.
 * @throws `scale s is not a number above 0: -1`
 */
export function neumann(
  apply: (v: Float64Array) => Float64Array,
  v: Float64Array,
  { s, steps, tolerance, solution }: NeumannSettings,
): Neumann {
  if (!(s > 0 && s < Infinity)) throw new Error(`scale s is not a number above 0: ${s}`);
  const W = v.length;
  const norm = (u: Float64Array): number => Math.sqrt(dot(u, 0, u, 0, W));
  const size = norm(v);
  const condition = neumannCondition(apply, W, s);
  const residuals: number[] = [];
  const errors: number[] = [];
  const answer = (p: Float64Array, status: Neumann['status']): Neumann => ({
    ...condition,
    x: p.map((entry) => s * entry),
    residuals,
    errors,
    status,
  });
  let p = v.slice();
  for (let step = 0; step <= steps; step++) {
    const Hp = apply(p);
    // v − H s p is the step that the series takes next.
    const rest = v.map((entry, q) => entry - s * Hp[q]);
    const residual = size === 0 ? 0 : norm(rest) / size;
    residuals.push(residual);
    if (solution !== undefined) errors.push(relativeDistance(p, solution, s));
    if (residual <= tolerance) return answer(p, 'converged');
    if (!(residual <= EXPLOSION)) return answer(p, 'diverged');
    if (step < steps) p = p.map((entry, q) => entry + rest[q]);
  }
  return answer(p, 'steps');
}
