import { createWorkspace } from '../curvature/createWorkspace.ts';
import type { Problem } from '../experiment/problem.ts';
import { forwardSweep } from '../network/sweeps.ts';
import { topologyOf } from '../network/topology.ts';
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

/** Jv, J = ∂a/∂w at the outputs, from differences of the outputs' pre-activations, [N × K]. */
export function differenceOfOutputs(problem: Problem, v: Float64Array): Float64Array {
  const topology = topologyOf(problem.network);
  const { inputs, N } = problem.batch;
  const outputs = ({ parameters }: Problem): Float64Array =>
    forwardSweep(topology, parameters, inputs, N).a[topology.layers.length - 1];
  return alongDirection((t) => outputs(moved(problem, v, t)), 1e-3);
}
