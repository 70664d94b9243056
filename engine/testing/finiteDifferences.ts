import { createWorkspace } from '../curvature/createWorkspace.ts';
import type { Problem } from '../experiment/problem.ts';
import { errorOf } from '../products/gradient.ts';
import { errorAndGradient } from '../products/ofProblem.ts';

/**
 * Derivative of a vector function along v by central differences with Richardson's extrapolation from
 * steps r and r/2: error O(r⁴) + O(ε/r), about 1e-10 of the values at r = 1e-3.
 */
function alongDirection(f: (t: number) => Float64Array, r: number): Float64Array {
  const central = (step: number): Float64Array => {
    const back = f(-step);
    return f(step).map((there, q) => (there - back[q]) / (2 * step));
  };
  const coarse = central(r);
  return central(r / 2).map((fine, q) => fine + (fine - coarse[q]) / 3);
}

const moved = (problem: Problem, v: Float64Array, t: number): Problem => ({
  ...problem,
  parameters: problem.parameters.map((weight, q) => weight + t * v[q]),
});

/** v·∇E from differences of E alone. */
export const differenceOfError = (problem: Problem, v: Float64Array): number =>
  alongDirection((t) => Float64Array.of(errorOf(createWorkspace(moved(problem, v, t)))), 1e-3)[0];

/** Hv from differences of the gradient. */
export const differenceOfGradient = (problem: Problem, v: Float64Array): Float64Array =>
  alongDirection((t) => errorAndGradient(moved(problem, v, t)).gradient, 1e-3);

/** Jv, J = ∂a/∂w at the outputs, from differences of the outputs' pre-activations, or of the outputs y, [N × K]. */
export function differenceOfOutputs(problem: Problem, v: Float64Array, of: 'a' | 'y' = 'a'): Float64Array {
  const outputs = (t: number): Float64Array => {
    const { forward, seed } = createWorkspace(moved(problem, v, t));
    return of === 'a' ? forward.a[forward.a.length - 1] : seed.y;
  };
  return alongDirection(outputs, 1e-3);
}
