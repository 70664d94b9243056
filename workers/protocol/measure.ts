import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { Extremes } from './shared.ts';

export interface MomentRequest {
  readonly problem: Problem;
  readonly matrices: readonly MatrixId[];
}

/** One point of a run in numbers alone: the matrices stay in the worker. */
export interface Moment {
  readonly error: number;
  /** ‖A − H‖_F/‖H‖_F of the approximations asked for; those that do not exist or take too long are left out. */
  readonly relativeErrors: Partial<Record<MatrixId, number>>;
  /** ‖H − G‖_F/‖H‖_F; NaN beyond the memory budget. */
  readonly residualShare: number;
  readonly exact: Extremes;
  readonly gaussNewton: Extremes;
  readonly milliseconds: number;
}

/** What can be timed: a matrix of the list, or a vector that needs none. */
export type Method = MatrixId | 'gradient' | 'Hv' | 'Gv';

export interface MeasureRequest {
  readonly problem: Problem;
  readonly method: Method;
  /** Runs are repeated for about this long; what would take many times that in one run is not begun. */
  readonly budgetMilliseconds: number;
}

export interface Measurement {
  /** Median of one run, the passes it needs included; NaN when it was not begun. */
  readonly milliseconds: number;
  readonly runs: number;
  readonly operations: number;
}
