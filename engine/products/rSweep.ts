import { createWorkspace } from '../curvature/createWorkspace.ts';
import type { Problem } from '../experiment/problem.ts';
import { dot } from '../kernels/multiply.ts';
import { centralHessianVector, oneSidedHessianVector } from './differences.ts';
import { errorOf } from './gradient.ts';
import { rProduct } from './hessianVector.ts';

/** Powers of r with which a difference's error falls (truncation) and rises again (cancellation). */
interface Slopes {
  readonly truncation: number;
  readonly cancellation: number;
}

/** Relative errors of the differences against R{·}, one for each step r, from the largest to the smallest. */
export interface RSweep {
  readonly steps: readonly number[];
  /** `‖(∇E(w+rv) − ∇E(w))/r − Hv‖ / ‖Hv‖`. */
  readonly oneSided: readonly number[];
  /** `‖(∇E(w+rv) − ∇E(w−rv))/2r − Hv‖ / ‖Hv‖`. */
  readonly central: readonly number[];
  /** `|(E(w+2rv) − 2E(w) + E(w−2rv))/4r² − vᵀHv| / |vᵀHv|`. */
  readonly fourPoint: readonly number[];
}

/** What theory says of log error against log r, right and left of the best step: `ε^(1/2)`, `ε^(1/3)`, `ε^(1/4)`. */
export const sweepSlopes: { readonly [K in Exclude<keyof RSweep, 'steps'>]: Slopes } = {
  oneSided: { truncation: 1, cancellation: -1 },
  central: { truncation: 2, cancellation: -1 },
  fourPoint: { truncation: 2, cancellation: -2 },
};

const LARGEST_EXPONENT = -1;
const SMALLEST_EXPONENT = -12;
const STEPS_PER_DECADE = 4;

/**
 * How far differences are from R{·} as the step shrinks, r = 10⁻¹ … 10⁻¹², four steps a decade: one-sided and
 * central differences of the gradient for Hv (PRML 5.91), four-point differences of E for vᵀHv (PRML 5.90 along
 * v twice). Taylor's remainder leaves `O(r)` one-sided and `O(r²)` otherwise; rounding of what is subtracted
 * leaves `O(ε/r)` of ∇E and `O(ε/r²)` of E. Lengths of r mean something where ‖v‖ is about 1. O(N W) a step.
 * Errors are NaN or infinite where Hv or vᵀHv is 0.
 */
export function rSweep(problem: Problem, v: Float64Array): RSweep {
  const workspace = createWorkspace(problem);
  const Hv = rProduct(workspace, v);
  const count = (LARGEST_EXPONENT - SMALLEST_EXPONENT) * STEPS_PER_DECADE + 1;
  const steps = Array.from({ length: count }, (_, q) => 10 ** (LARGEST_EXPONENT - q / STEPS_PER_DECADE));
  const vHv = dot(v, 0, Hv, 0, v.length);
  return {
    steps,
    oneSided: steps.map((r) => relativeError(oneSidedHessianVector(problem, v, r), Hv)),
    central: steps.map((r) => relativeError(centralHessianVector(problem, v, r), Hv)),
    fourPoint: steps.map((r) => Math.abs(fourPointCurvature(problem, v, r) - vHv) / Math.abs(vHv)),
  };
}

/** `(E(w+2rv) − 2E(w) + E(w−2rv))/4r²` ≈ vᵀHv: the four points of PRML 5.90 with both steps along v. Three errors E. */
function fourPointCurvature(problem: Problem, v: Float64Array, r: number): number {
  const errorAt = (step: number): number => {
    const parameters = problem.parameters.map((weight, q) => weight + step * v[q]);
    return errorOf(createWorkspace({ ...problem, parameters }));
  };
  return (errorAt(2 * r) - 2 * errorAt(0) + errorAt(-2 * r)) / (4 * r * r);
}

/** `‖x − y‖ / ‖y‖`. */
function relativeError(x: Float64Array, y: Float64Array): number {
  const difference = x.map((entry, q) => entry - y[q]);
  return Math.sqrt(dot(difference, 0, difference, 0, x.length) / dot(y, 0, y, 0, y.length));
}
