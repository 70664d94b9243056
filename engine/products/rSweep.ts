import { createWorkspace } from '../curvature/createWorkspace.ts';
import type { Problem } from '../experiment/problem.ts';
import { sweepSteps } from '../experiment/sweepSteps.ts';
import { dot } from '../kernels/multiply.ts';
import { gradientAt } from './atWeights.ts';
import { errorsAt } from './errorsAt.ts';
import { errorOf, gradientOf } from './gradient.ts';
import { rProduct } from './hessianVector.ts';

/** Powers of the step with which a difference's error falls (truncation) and rises again (cancellation). */
export interface Slopes {
  readonly truncation: number;
  readonly cancellation: number;
}

/** What theory says of log error against log r, right and left of the best step: `ε^(1/2)`, `ε^(1/3)`, `ε^(1/4)`. */
export const sweepSlopes = {
  oneSided: { truncation: 1, cancellation: -1 },
  central: { truncation: 2, cancellation: -1 },
  fourPoint: { truncation: 2, cancellation: -2 },
} satisfies Record<string, Slopes>;

/** The differences whose errors are followed over their step. */
export type SweepCurve = keyof typeof sweepSlopes;

/** Errors of differences against the value by R{·}, one for each step. */
export interface Sweep extends Readonly<Record<SweepCurve, readonly number[]>> {
  readonly steps: readonly number[];
  /** What each curve's errors are relative to; where it is 0 they are absolute. */
  readonly sizes: Readonly<Record<SweepCurve, number>>;
}

/**
 * Along v: `‖(∇E(w+rv) − ∇E(w))/r − Hv‖ / ‖Hv‖`, `‖(∇E(w+rv) − ∇E(w−rv))/2r − Hv‖ / ‖Hv‖`, and
 * `|(E(w+2rv) − 2E(w) + E(w−2rv))/4r² − vᵀHv| / |vᵀHv|`.
 */
export type RSweep = Sweep;

/** Below this part of ‖Hv‖‖v‖, vᵀHv is the rounding of its own sum. */
const ROUNDING = 1e-14;

/**
 * How far differences are from R{·} as the step shrinks: one-sided and central differences of the gradient for Hv
 * (PRML 5.91), four-point differences of E for vᵀHv (PRML 5.90 along v twice). Taylor's remainder leaves `O(r)`
 * one-sided and `O(r²)` otherwise; rounding of what is subtracted leaves `O(ε/r)` of ∇E and `O(ε/r²)` of E. Lengths
 * of r mean something where ‖v‖ is about 1. Where Hv or vᵀHv is 0, errors are absolute. O(N W) a step.
 */
export function rSweep(problem: Problem, v: Float64Array, steps = sweepSteps): RSweep {
  const workspace = createWorkspace(problem);
  const Hv = rProduct(workspace, v);
  const size = norm(Hv);
  const vHv = dot(v, 0, Hv, 0, v.length);
  const curvature = Math.abs(vHv) > ROUNDING * size * norm(v) ? Math.abs(vHv) : 0;
  const g = gradientOf(workspace);
  const E = errorOf(workspace);
  const along = errorsAt(workspace);
  const at = (r: number): Float64Array => problem.parameters.map((weight, q) => weight + r * v[q]);
  const oneSided: number[] = [];
  const central: number[] = [];
  const fourPoint: number[] = [];
  for (const r of steps) {
    const ahead = gradientAt(workspace, at(r));
    const behind = gradientAt(workspace, at(-r));
    oneSided.push(distance((q) => (ahead[q] - g[q]) / r, Hv) / (size || 1));
    central.push(distance((q) => (ahead[q] - behind[q]) / (2 * r), Hv) / (size || 1));
    const second = along(at(2 * r)) - 2 * E + along(at(-2 * r));
    fourPoint.push(Math.abs(second / (4 * r * r) - vHv) / (curvature || 1));
  }
  return {
    steps,
    oneSided,
    central,
    fourPoint,
    sizes: { oneSided: size, central: size, fourPoint: curvature },
  };
}

const norm = (x: Float64Array): number => Math.sqrt(dot(x, 0, x, 0, x.length));

/** `‖x − y‖`. */
function distance(x: (q: number) => number, y: Float64Array): number {
  let squares = 0;
  for (let q = 0; q < y.length; q++) squares += (x(q) - y[q]) ** 2;
  return Math.sqrt(squares);
}
