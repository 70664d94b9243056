import type { Problem } from '../../engine/experiment/problem.ts';

export interface DensityRequest {
  readonly problem: Problem;
  readonly matrix: 'exact' | 'gauss-newton';
  /** λ of the log-determinant of A + λI. */
  readonly damping: number;
  /** Of Lanczos. */
  readonly steps: number;
  readonly axis: 'linear' | 'log';
  /** Of the smoothing, as a part of the axis. */
  readonly width: number;
}

/** Where a density is drawn: eigenvalues and their places on the axis. */
export interface DensityGrid {
  readonly eigenvalues: Float64Array;
  readonly places: Float64Array;
  /** The axis is `asinh(λ / knee)`; null of one that is linear. */
  readonly knee: number | null;
  /** Of the smoothing, on the axis. */
  readonly width: number;
}

export interface RitzEnd {
  readonly value: number;
  /** An eigenvalue lies within this of it. */
  readonly bound: number;
}

/** What is known exactly, and the axis; the probes come in calls of their own. */
export interface DensityReply {
  readonly W: number;
  readonly refused: string | null;
  readonly exact: ExactSpectrum | null;
  /** Why nothing is exact, or null. */
  readonly noExact: string | null;
  readonly smallest: RitzEnd;
  readonly largest: RitzEnd;
  readonly grid: DensityGrid;
  /** Probes that one call may take. */
  readonly batch: number;
}

export interface ExactSpectrum {
  /** Of A, the largest first. */
  readonly eigenvalues: Float64Array;
  readonly trace: number;
  /** `ln |A + λI|`; null where A + λI is not positive definite. */
  readonly logDeterminant: number | null;
  /** Smoothed as the estimate is, on the grid. */
  readonly density: Float64Array;
}

export interface ProbesRequest {
  readonly problem: Problem;
  readonly matrix: DensityRequest['matrix'];
  readonly damping: number;
  readonly steps: number;
  readonly seed: number;
  /** Probes from … up to but without … of this seed. */
  readonly from: number;
  readonly to: number;
  readonly grid: DensityGrid;
}

/** What each probe says of trace, log-determinant and density. */
export interface ProbesReply {
  /** `vᵀAv`. */
  readonly traces: Float64Array;
  /** Of `ln |A + λI|`; NaN where a Ritz value plus λ is not above 0. */
  readonly logDeterminants: Float64Array;
  /** [probes × grid]. */
  readonly densities: Float64Array;
  /** The smallest Ritz value of all. */
  readonly smallestNode: number;
}
