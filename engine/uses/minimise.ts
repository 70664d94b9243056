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

/** Newton's steps after the last of Levenberg–Marquardt's: digits double with each. */
const NEWTON_STEPS = 8;

const norm = (g: Float64Array): number => Math.sqrt(dot(g, 0, g, 0, g.length));

/**
 * The minimum of E near the problem's weights: Levenberg–Marquardt until it rests, then Newton with the exact H while
 * H is positive definite and ‖∇E‖ falls, which leaves the minimum right to rounding. O(N W² + W³) a step.
 * @param steps Levenberg–Marquardt's at most
 */
export function minimise(problem: Problem, steps = 500): Minimum {
  const { error } = stateAt(problem, problem.parameters);
  let state: OptimiserState = { parameters: problem.parameters, error, damping: 1e-3 };
  let taken = 0;
  let status: Minimum['status'] = 'steps';
  while (taken < steps && status === 'steps') {
    const outcome = levenbergMarquardtStep(problem, state, { learningRate: 0 });
    ({ state } = outcome);
    if (outcome.status === 'running') taken++;
    else status = outcome.status === 'stuck' ? 'rest' : 'diverged';
  }
  const last = polish(problem, state.parameters);
  return { ...last, status, steps: taken + last.steps };
}

function stateAt(problem: Problem, parameters: Float64Array) {
  const workspace = createWorkspace({ ...problem, parameters });
  const g = gradientOf(workspace);
  return { workspace, parameters, g, error: errorOf(workspace), gradientNorm: norm(g) };
}

/** Newton's steps while they shorten the gradient and do not raise the error beyond rounding. */
function polish(problem: Problem, from: Float64Array): Omit<Minimum, 'status'> {
  let at = stateAt(problem, from);
  let steps = 0;
  for (; steps < NEWTON_STEPS && at.gradientNorm > 0; steps++) {
    const { g, parameters, workspace } = at;
    const L = cholesky(exact.compute(workspace).values, g.length);
    if (L === null) break;
    const d = choleskySolve(L, g.length, g);
    const next = stateAt(
      problem,
      parameters.map((weight, q) => weight - d[q]),
    );
    const rounding = 1e-12 * Math.abs(at.error);
    if (!(next.gradientNorm < at.gradientNorm && next.error <= at.error + rounding)) break;
    at = next;
  }
  const { parameters, error, gradientNorm } = at;
  return { parameters, error, gradientNorm, steps };
}
