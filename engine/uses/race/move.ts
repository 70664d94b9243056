import { createWorkspace } from '../../curvature/createWorkspace.ts';
import { LIMITS } from '../../experiment/limits.ts';
import type { Problem } from '../../experiment/problem.ts';
import { dot } from '../../kernels/multiply.ts';
import { errorOf, gradientOf } from '../../products/gradient.ts';
import type { RaceOutcome, RaceSettings, RaceState } from './racer.ts';

/** Armijo's constant, and how often a step is halved (Nocedal & Wright 3.1). */
const ENOUGH = 1e-4;
const HALVINGS = 40;
/** A rise of E below this share of it is rounding: near a minimum E no longer tells one step from another. */
const ROUNDING = 1e-14;

/** The state at a problem's weights: one pass forward and one backward. O(N W). */
export function raceStart(
  problem: Problem,
  carried: Partial<Pick<RaceState, 'velocity' | 'damping'>> = {},
): RaceState {
  const workspace = createWorkspace(problem);
  const velocity = carried.velocity ?? new Float64Array(problem.parameters.length);
  const damping = carried.damping ?? 0;
  return { workspace, error: errorOf(workspace), gradient: gradientOf(workspace), velocity, damping };
}

const isFinite = ({ workspace, error, gradient }: RaceState): boolean =>
  Number.isFinite(error) &&
  gradient.every(Number.isFinite) &&
  workspace.problem.parameters.every((weight) => Math.abs(weight) <= LIMITS.magnitude);

/** The state at `w + s d`, which remembers its step. */
export function moved(state: RaceState, d: Float64Array, s = 1): RaceState {
  const { problem } = state.workspace;
  const parameters = problem.parameters.map((weight, q) => weight + s * d[q]);
  const velocity = d.map((entry) => s * entry);
  return raceStart({ ...problem, parameters }, { velocity, damping: state.damping });
}

/** The whole step d, wherever it leads. */
export function fullStep(state: RaceState, d: Float64Array): RaceOutcome {
  const next = moved(state, d);
  return isFinite(next) ? { stop: null, state: next } : { stop: 'not-finite', state };
}

/**
 * The first of d, d/2, d/4, … with `E(w + s d) ≤ E + 10⁻⁴ s ∇E·d`
 * (Armijo 1966), to the rounding of E. A d that does not descend is not
 * halved: `no-descent`.
 */
export function halvedStep(state: RaceState, d: Float64Array): RaceOutcome {
  const slope = dot(state.gradient, 0, d, 0, d.length);
  if (!(slope < 0)) return { stop: 'no-descent', state };
  const rounding = ROUNDING * Math.abs(state.error);
  for (let s = 1, k = 0; k <= HALVINGS; k++, s /= 2) {
    const next = moved(state, d, s);
    if (next.error <= state.error + ENOUGH * s * slope + rounding && isFinite(next))
      return { stop: null, state: next };
  }
  return { stop: 'not-lower', state };
}

/** By one of the two, as the settings say. */
export const stepBy = (state: RaceState, d: Float64Array, { length }: RaceSettings): RaceOutcome =>
  length === 'full' ? fullStep(state, d) : halvedStep(state, d);
