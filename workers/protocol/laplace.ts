import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Batch, Problem } from '../../engine/experiment/problem.ts';

export interface LaplaceRequest {
  /** Its weight decay, with β, says α. */
  readonly problem: Problem;
  /** 1 for classes. */
  readonly beta: number;
  /** Whether the weights are first trained to their minimum, for about so long in one call; null: as they are. */
  readonly trainMilliseconds: number | null;
  readonly matrices: readonly MatrixId[];
  /** Where predictions are wanted, [N × D]. */
  readonly inputs: Float64Array;
  /** Patterns that were not trained on, or null. */
  readonly fresh: Batch | null;
}

/** α and β, and the weight decay of the problem that belongs to them. */
export interface NextHyperparameters {
  readonly alpha: number;
  readonly beta: number;
  readonly weightDecay: number;
}

/** The posterior with one matrix, and what it says. */
export interface LaplaceModel {
  readonly gamma: number;
  /** In nats. */
  readonly logEvidence: number;
  /** `ln |A|`. */
  readonly logDeterminant: number;
  /** Extreme eigenvalues of A − αI. */
  readonly smallest: number;
  readonly largest: number;
  /** At the inputs asked for, [N × K]: see `predictive` of the engine. */
  readonly variance: Float64Array;
  readonly moderated: Float64Array;
  /** Re-estimated, or why not. */
  readonly next: NextHyperparameters | { readonly refused: string };
}

/** How the weights were come by; `training`: the time was over, more steps go on from here. */
export interface LaplaceFit {
  readonly parameters: Float64Array;
  readonly status: 'as they are' | 'training' | 'rest' | 'diverged';
  /** Of this call. */
  readonly steps: number;
}

export interface LaplaceReply {
  readonly fit: LaplaceFit;
  readonly alpha: number;
  readonly beta: number;
  /** `‖∇ ln p(w|D)‖`. */
  readonly gradientNorm: number;
  /** `Σ_n E_n`, and the mean of E_n over the fresh patterns, NaN without any. */
  readonly dataError: number;
  readonly freshError: number;
  /** `½ ‖w‖²`. */
  readonly weightError: number;
  /** Outputs at w, [N × K]. */
  readonly y: Float64Array;
  /** None while training goes on. */
  readonly models: Partial<Record<MatrixId, LaplaceModel | { readonly refused: string }>>;
}
