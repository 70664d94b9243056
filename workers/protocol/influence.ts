/** What crosses between the page and a worker for influence, and for training to rest: types only. */
import type { Problem } from '../../engine/experiment/problem.ts';
import type { DataEdit } from '../../engine/uses/influence/dataEdit.ts';
import type { Change } from '../../engine/uses/influence/influence.ts';
import type { Descent, Minimum } from '../../engine/uses/minimise.ts';

export type { DataEdit } from '../../engine/uses/influence/dataEdit.ts';

/** How a call goes down: from where an earlier one ended, for so long and at least a step. */
export interface DescentRequest {
  readonly from: Descent | null;
  /** Levenberg–Marquardt's at most, of all calls together. */
  readonly steps: number;
  readonly budgetMilliseconds: number;
}

/** What is edited, and where the outcome is looked at. */
export interface EditRequest {
  readonly problem: Problem;
  readonly edit: DataEdit;
  /** Where the fit is drawn, [count × inputUnits]; null where it is not. */
  readonly grid: Float64Array | null;
}

export interface RetrainRequest extends EditRequest, DescentRequest {}

export interface InfluenceRequest extends EditRequest {
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

export interface RetrainReply extends ShownChange, Pick<Minimum, 'status' | 'steps'> {
  readonly descent: Descent;
}

export interface MinimumRequest extends DescentRequest {
  readonly problem: Problem;
}

export interface MinimumReply extends Minimum {
  readonly descent: Descent;
}

/** Every task of this part. */
export interface InfluenceApi {
  influence(request: InfluenceRequest): InfluenceReply;
  retrain(request: RetrainRequest): RetrainReply;
  minimum(request: MinimumRequest): MinimumReply;
}
