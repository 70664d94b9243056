import { createWorkspace } from '../curvature/createWorkspace.ts';
import { exact } from '../curvature/exact.ts';
import type { Problem } from '../experiment/problem.ts';
import { dot } from '../kernels/multiply.ts';
import { errorOf, gradientOf } from '../products/gradient.ts';
import { cholesky, choleskySolve } from '../solve/cholesky.ts';
import { levenbergMarquardtStep } from './optimisers/levenbergMarquardt.ts';
import type { OptimiserState } from './optimisers/optimiser.ts';

/** Where training from a problem's weights came to rest. */
export interface Minimum {
  readonly parameters: Float64Array;
  readonly error: number;
  /** `‖∇E‖`. */
  readonly gradientNorm: number;
  /** Levenberg–Marquardt's and Newton's together. */
  readonly steps: number;
  /** `rest`: no step lowers E any more; `steps`: there were no more; `diverged`: the next step was not finite. */
  readonly status: 'rest' | 'steps' | 'diverged';
}

/** Training to rest between two of its steps: what a later call goes on from. */
export interface Descent extends OptimiserState {
  /** Levenberg–Marquardt's and Newton's together. */
  readonly steps: number;
  /** Why Levenberg–Marquardt ended, and Newton's steps since; null while it goes on. */
  readonly ended: { readonly status: Minimum['status']; readonly newton: number } | null;
  /** No step is left. */
  readonly over: boolean;
}

/** Newton's steps after the last of Levenberg–Marquardt's: digits double with each. */
const NEWTON_STEPS = 8;

const norm = (g: Float64Array): number => Math.sqrt(dot(g, 0, g, 0, g.length));

/**
 * The minimum of E near the problem's weights: Levenberg–Marquardt until it rests, then Newton with the exact H while
 * H is positive definite and ‖∇E‖ falls, which leaves the minimum right to rounding. O(N W² + W³) a step.
 * @param steps Levenberg–Marquardt's at most
 */
export function minimise(problem: Problem, steps = 500): Minimum {
  let descent = descentFrom(problem);
  while (!descent.over) descent = descended(problem, descent, steps);
  return minimumOf(problem, descent);
}

/** The beginning of a descent from the problem's weights. O(N W). */
export function descentFrom(problem: Problem): Descent {
  const { parameters } = problem;
  const { error } = stateAt(problem, parameters);
  return { parameters, error, damping: 1e-3, steps: 0, ended: null, over: false };
}

/**
 * One step further down; the problem's own weights are not read. O(N W² + W³).
 * @param most Levenberg–Marquardt's steps at most, those that were taken before included
 */
export function descended(problem: Problem, descent: Descent, most: number): Descent {
  const { steps, ended, over } = descent;
  if (over) return descent;
  if (ended !== null) return polished(problem, descent, ended);
  if (steps >= most) return { ...descent, ended: { status: 'steps', newton: 0 } };
  const { status, state } = levenbergMarquardtStep(problem, descent, { learningRate: 0 });
  if (status === 'running') return { ...descent, ...state, steps: steps + 1 };
  return { ...descent, ...state, ended: { status: status === 'stuck' ? 'rest' : 'diverged', newton: 0 } };
}

/** Where a descent is, and how it ended: `steps` where it goes on. O(N W). */
export function minimumOf(problem: Problem, { parameters, steps, ended }: Descent): Minimum {
  const { error, gradientNorm } = stateAt(problem, parameters);
  return { parameters, error, gradientNorm, steps, status: ended?.status ?? 'steps' };
}

function stateAt(problem: Problem, parameters: Float64Array) {
  const workspace = createWorkspace({ ...problem, parameters });
  const g = gradientOf(workspace);
  return { workspace, g, error: errorOf(workspace), gradientNorm: norm(g) };
}

/** A step of Newton's if it shortens the gradient and does not raise the error beyond rounding; else it is over. */
function polished(
  problem: Problem,
  descent: Descent,
  { status, newton }: NonNullable<Descent['ended']>,
): Descent {
  const end = { ...descent, over: true };
  const { workspace, g, error, gradientNorm } = stateAt(problem, descent.parameters);
  if (newton >= NEWTON_STEPS || !(gradientNorm > 0)) return end;
  const L = cholesky(exact.compute(workspace).values, g.length);
  if (L === null) return end;
  const d = choleskySolve(L, g.length, g);
  const parameters = descent.parameters.map((weight, q) => weight - d[q]);
  const next = stateAt(problem, parameters);
  const rounding = 1e-12 * Math.abs(error);
  if (!(next.gradientNorm < gradientNorm && next.error <= error + rounding)) return end;
  const ended = { status, newton: newton + 1 };
  return { ...descent, parameters, error: next.error, steps: descent.steps + 1, ended };
}
