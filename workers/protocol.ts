/** What may cross between the page and a worker: types only. */
import type { PartSums } from './parts/partSums.ts';
import type { MatrixId } from '../engine/curvature/index.ts';
import type { MatrixValues } from '../engine/curvature/matrix.ts';
import type { DirectionSpec } from '../engine/experiment/problem.ts';
import type { Problem } from '../engine/experiment/problem.ts';
import type { Part } from '../engine/network/groups.ts';
import type { OptimiserId } from '../engine/uses/optimisers/index.ts';

export interface MatrixResult extends MatrixValues {
  /** Largest |entry|: half the width of the colour scale. */
  readonly largest: number;
  /** ‖A − H‖_F / ‖H‖_F; for the residual ‖R‖_F / ‖H‖_F; NaN when ‖H‖ is 0. */
  readonly relativeError: number;
  readonly trace: number;
  /** Multiplications and additions, counted from the formula. */
  readonly operations: number;
  readonly milliseconds: number;
}

/** A problem with a number of its own, by which a worker knows that it has its passes already. */
export interface VersionedProblem {
  readonly version: number;
  readonly problem: Problem;
}

export interface PlanRequest extends SnapshotRequest {
  /** Workers that may share the work. */
  readonly workers: number;
}

/** How the matrices on show are computed; see tasks/plan.ts. */
export interface Plan {
  readonly quick: { readonly matrices: readonly MatrixId[]; readonly parts: readonly Part[] };
  readonly slow: readonly { readonly id: MatrixId; readonly parts: readonly Part[] }[];
}

export interface PartRequest extends VersionedProblem, WithSpare {
  readonly matrices: readonly MatrixId[];
  readonly part: Part;
  /** Rows one after another, little to send: for many parts. Else a matrix [W × W] in which they are right: quick to put together. */
  readonly packed: boolean;
}

/** A part's rows of one matrix, packed or in their place, or the whole of a diagonal. */
export interface MatrixPart extends MatrixValues {
  readonly sums: PartSums;
  readonly operations: number;
  readonly milliseconds: number;
}

export interface PartReply {
  readonly matrices: Partial<Record<MatrixId, MatrixPart>>;
  /** The part's share of ‖H‖²; NaN where H is not needed. */
  readonly exactSquares: number;
  /** Error and gradient come with the first part: 0 and null with the others. */
  readonly error: number;
  readonly gradient: Float64Array | null;
}

/** Buffers that the page hands over for results to be written to. */
export interface WithSpare {
  readonly spare?: readonly ArrayBuffer[];
}

export interface SnapshotRequest extends WithSpare {
  readonly problem: Problem;
  readonly matrices: readonly MatrixId[];
}

/** Everything on show that follows a dragged weight within the same frame. */
export interface Snapshot {
  /** E(w), weight decay included. */
  readonly error: number;
  readonly gradient: Float64Array;
  /** Empty when W is over the memory budget; `diagonal` is always affordable. */
  readonly matrices: Partial<Record<MatrixId, MatrixResult>>;
  /** Wall time of the whole task in the worker. */
  readonly milliseconds: number;
}

export interface Extremes {
  readonly smallest: number;
  readonly largest: number;
  /** Bound on the error of both eigenvalues. */
  readonly bound: number;
}

export interface SpectraRequest extends SnapshotRequest {
  /** Matrices that are there already. */
  readonly given: Partial<Record<MatrixId, MatrixValues>>;
}

export type Spectra = Partial<Record<MatrixId, Extremes>>;

export interface PredictRequest {
  readonly problem: Problem;
  /** [count × inputUnits], row-major. */
  readonly inputs: Float64Array;
}

export interface ProductRequest {
  readonly problem: Problem;
  readonly direction: DirectionSpec;
}

/** One direction v, and H v found four ways. */
export interface Products {
  readonly v: Float64Array;
  /** R{backprop}. */
  readonly Hv: Float64Array;
  /** (∇E(w+rv) − ∇E(w)) / r. */
  readonly oneSided: Float64Array;
  /** (∇E(w+rv) − ∇E(w−rv)) / 2r. */
  readonly central: Float64Array;
  readonly oneSidedStep: number;
  readonly centralStep: number;
  /** Gauss–Newton product G v. */
  readonly Gv: Float64Array;
  /** vᵀHv / vᵀv. */
  readonly curvature: number;
}

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

/** The worker's object: every task the page may ask for. */
export interface EngineApi {
  plan(request: PlanRequest): Plan;
  part(request: PartRequest): PartReply;
  snapshot(request: SnapshotRequest): Snapshot;
  spectra(request: SpectraRequest): Spectra;
  predict(request: PredictRequest): Float64Array;
  product(request: ProductRequest): Products;
  train(request: TrainRequest): TrainReply;
}
