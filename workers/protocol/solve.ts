import type { Problem } from '../../engine/experiment/problem.ts';
import type { Inertia } from '../../engine/solve/inertia.ts';
import type { NeumannCondition } from '../../engine/solve/neumann.ts';

export type { Inertia } from '../../engine/solve/inertia.ts';

export type SolveMatrix = 'exact' | 'gauss-newton' | 'outer-product';

export interface SolveRequest {
  readonly problem: Problem;
  readonly matrix: SolveMatrix;
  /** λ of (A + λI) d = −∇E. */
  readonly damping: number;
  /** Of Neumann's series: s times the largest |eigenvalue|. */
  readonly scale: number;
  /** Of each method, at most. */
  readonly products: number;
}

export type SolverId = 'direct' | 'conjugate-gradient' | 'neumann';

/** One method's way to the solution. */
export interface SolverRun {
  readonly id: SolverId;
  /** `‖b − (A + λI) x‖/‖b‖` after 0, 1, … products; of the direct solution that alone. */
  readonly residuals: readonly number[];
  /** `‖x − x*‖/‖x*‖` from the direct solution; empty where there is none. */
  readonly errors: readonly number[];
  readonly end: 'solved' | 'singular' | 'converged' | 'negative-curvature' | 'diverged' | 'steps';
  readonly milliseconds: number;
}

export interface SolveReply {
  readonly W: number;
  /** Why there is nothing, or null. */
  readonly refused: string | null;
  readonly solved: Solved | null;
}

export interface Solved {
  /** Of A + λI, all computed. */
  readonly smallest: number;
  readonly largest: number;
  readonly condition: number;
  /** Of A + λI, by LDLᵀ. */
  readonly inertia: Inertia;
  /** Whether Cholesky's factors exist. */
  readonly cholesky: boolean;
  /** A + λI is positive definite for every λ above this: minus A's smallest eigenvalue. */
  readonly definiteFrom: number;
  /** `‖∇E‖`. */
  readonly gradientNorm: number;
  /** In the order of tables. */
  readonly runs: readonly SolverRun[];
  /** Of the direction at which conjugate gradients stopped, or null. */
  readonly stopCurvature: number | null;
  /** Of Neumann's series, with s and the products that finding it took; null of a matrix that is zero. */
  readonly neumann: (NeumannCondition & { readonly s: number; readonly products: number }) | null;
  /** Products that each method was allowed. */
  readonly products: number;
}

export interface BlocksRequest {
  readonly problem: Problem;
  readonly damping: number;
}

/** The outer product's inverse by Woodbury's formula in blocks of several sizes. */
export interface BlocksReply {
  readonly W: number;
  readonly refused: string | null;
  /** Rows of the outer product: patterns times outputs. */
  readonly rows: number;
  /** α + λ, with which the inverse starts. */
  readonly start: number;
  readonly blocks: readonly BlockRun[];
  /** Of the direct inverse; NaN where there is none to rounding. */
  readonly directMilliseconds: number;
}

export interface BlockRun {
  readonly size: number;
  /** `‖B − A⁻¹‖_F/‖A⁻¹‖_F` from the direct inverse. */
  readonly distance: number;
  readonly milliseconds: number;
}

export interface StepsRequest {
  readonly problem: Problem;
  readonly damping: number;
}

export type StepId = 'newton' | 'gauss-newton' | 'levenberg-marquardt';

/** One step from w, not taken yet. */
export interface ModelStep {
  readonly id: StepId;
  /** Null where the matrix is singular. */
  readonly d: Float64Array | null;
  readonly inertia: Inertia;
  readonly length: number;
  readonly predicted: number;
  /** E(w + d). */
  readonly error: number;
  readonly gain: number;
  /** E(w + t d) at each t of the reply; empty without d. */
  readonly along: Float64Array;
  /** The model's E(w + t d) there. */
  readonly believed: Float64Array;
}

export interface StepsReply {
  readonly W: number;
  readonly refused: string | null;
  /** E(w). */
  readonly error: number;
  readonly gradientNorm: number;
  readonly steps: readonly ModelStep[];
  /** Shares of a step, from 0 to beyond 1. */
  readonly t: Float64Array;
  /** λ after Levenberg–Marquardt's step, by its gain ratio. */
  readonly nextDamping: number;
}
