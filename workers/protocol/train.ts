import type { Problem } from '../../engine/experiment/problem.ts';
import type { OptimiserId } from '../../engine/uses/optimisers/index.ts';

export interface TrainRequest {
  readonly problem: Problem;
  readonly method: OptimiserId;
  readonly learningRate: number;
  readonly damping: number;
  /** Steps at most. */
  readonly steps: number;
  /** Stop after about this long. */
  readonly budgetMilliseconds: number;
  /** Rising above a hundred times this error counts as diverged; null: the error before the first step. */
  readonly reference: number | null;
}

/** `stuck`: no step lowers the error further; `diverged`: the next step is not finite or explodes. */
export type TrainStatus = 'running' | 'stuck' | 'diverged';

export interface TrainReply {
  /** The last finite weights. */
  readonly parameters: Float64Array;
  /** Error before the first step. */
  readonly before: number;
  /** Error after each step taken. */
  readonly errors: Float64Array;
  readonly damping: number;
  readonly status: TrainStatus;
}
