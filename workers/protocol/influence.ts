/** What crosses between the page and a worker for influence, and for training to rest: types only. */
import type { Problem } from '../../engine/experiment/problem.ts';
import type { DataEdit } from '../../engine/uses/influence/dataEdit.ts';
import type { Change } from '../../engine/uses/influence/influence.ts';
import type { Minimum } from '../../engine/uses/minimise.ts';

export type { DataEdit } from '../../engine/uses/influence/dataEdit.ts';

export interface RetrainRequest {
  readonly problem: Problem;
  readonly edit: DataEdit;
  /** Where the fit is drawn, [count × inputUnits]; null where it is not. */
  readonly grid: Float64Array | null;
  /** Levenberg–Marquardt's at most. */
  readonly steps: number;
}

export interface InfluenceRequest extends Omit<RetrainRequest, 'steps'> {
  readonly matrix: 'exact' | 'gauss-newton';
  readonly damping: number;
}

/** What an edit does, with what the network then gives. */
export interface ShownChange extends Change {
  /** Outputs on the grid with the changed weights, [count × K]; null without a grid. */
  readonly outputs: Float64Array | null;
  /** Outputs at the edited pattern's input. */
  readonly y: Float64Array;
}

export interface InfluenceReply {
  readonly error: number;
  readonly gradientNorm: number;
  /** `½ gᵀH⁻¹g`: what a step to the minimum would still gain, by the matrix chosen; NaN without one. */
  readonly decrement: number;
  /** Outputs as they are, on the grid and at the pattern. */
  readonly outputs: Float64Array | null;
  readonly y: Float64Array;
  /** Null where there is no prediction: `refused` says why. */
  readonly predicted: ShownChange | null;
  readonly refused: string | null;
  /** One Newton step on the edited error; null: `noNewton` says why. */
  readonly newton: ShownChange | null;
  readonly noNewton: string | null;
  /** Predicted rise of each pattern's own error on its removal, [N]; null without a prediction. */
  readonly patternErrors: Float64Array | null;
}

export interface RetrainReply extends ShownChange {
  readonly status: Minimum['status'];
  readonly steps: number;
}

export interface MinimumRequest {
  readonly problem: Problem;
  readonly steps: number;
}

/** Every task of this part. */
export interface InfluenceApi {
  influence(request: InfluenceRequest): InfluenceReply;
  retrain(request: RetrainRequest): RetrainReply;
  minimum(request: MinimumRequest): Minimum;
}
