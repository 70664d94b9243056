import type { Problem } from '../../engine/experiment/problem.ts';

/** Buffers that the page hands over for results to be written to. */
export interface WithSpare {
  readonly spare?: readonly ArrayBuffer[];
}

/** A problem with a number of its own, by which a worker knows that it has its passes already. */
export interface VersionedProblem {
  readonly version: number;
  readonly problem: Problem;
}

export interface Extremes {
  readonly smallest: number;
  readonly largest: number;
  /** Bound on the error of both eigenvalues. */
  readonly bound: number;
}
