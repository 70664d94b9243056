/** What crosses between the page and a worker for pruning: types only. */
import type { Problem } from '../../engine/experiment/problem.ts';
import type { PruningRuleId } from '../../engine/uses/pruning/index.ts';
import type { Deletion } from '../../engine/uses/pruning/prune.ts';

export type { PruningRuleId } from '../../engine/uses/pruning/index.ts';
export type { Deletion } from '../../engine/uses/pruning/prune.ts';

/** The curvature that pruning may go by. */
export type PruningMatrix = 'exact' | 'gauss-newton' | 'outer-product';

export interface PredictionsRequest {
  readonly problem: Problem;
  readonly matrix: PruningMatrix;
  readonly damping: number;
}

/** What one rule says of every weight that is not zero, in the order of `left`. */
export interface RulePredictions {
  /** Predicted ΔE without the gradient term; by magnitude ½ h̄ w_q², h̄ the mean of H's diagonal. */
  readonly predicted: Float64Array;
  /** The gradient term gᵀδw of the same deletions: 0 at a minimum. */
  readonly first: Float64Array;
  /** `E(w + δw) − E(w)`. */
  readonly truth: Float64Array;
  /** ‖δw‖. */
  readonly length: Float64Array;
}

export interface PredictionsReply {
  /** Why there is nothing, or null. */
  readonly refused: string | null;
  /** Weights that are not zero already. */
  readonly left: readonly number[];
  readonly error: number;
  readonly gradientNorm: number;
  readonly rules: Readonly<Partial<Record<PruningRuleId, RulePredictions>>>;
  /** Why a rule has no predictions, of those that have none. */
  readonly reasons: Readonly<Partial<Record<PruningRuleId, string>>>;
}

export interface PruningRunRequest extends PredictionsRequest {
  readonly rule: PruningRuleId;
  readonly renew: boolean;
  /** Where an earlier call ended; null: at the problem's weights, those that are zero taken as deleted. */
  readonly from: { readonly parameters: Float64Array; readonly left: readonly number[] } | null;
  /** Deletions at most. */
  readonly count: number;
  /** No deletion that lifts E above this is made; null: any. */
  readonly largestError: number | null;
  /** Stop after about this long; one deletion at least. */
  readonly budgetMilliseconds: number;
}

export interface PruningRunReply {
  /** E at the problem's weights. */
  readonly start: number;
  readonly deletions: readonly Deletion[];
  readonly parameters: Float64Array;
  readonly left: readonly number[];
  /** Why no weight goes any more; null where the next call goes on. */
  readonly stopped: string | null;
}

/** Every task of this part. */
export interface PruningApi {
  pruningPredictions(request: PredictionsRequest): PredictionsReply;
  pruningRun(request: PruningRunRequest): PruningRunReply;
}
