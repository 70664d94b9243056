/** What may cross between the page and a worker: types only. */
import type { BoltzmannApi } from './protocol/boltzmann.ts';
import type { RecurrentApi } from './protocol/recurrent.ts';
import type { PartSums } from './parts/partSums.ts';
import type { InfluenceApi } from './protocol/influence.ts';
import type { PruningApi } from './protocol/pruning.ts';
import type { Comparison } from '../engine/comparison/comparison.ts';
import type { EntryAnatomy } from '../engine/anatomy/anatomy.ts';
import type { EntryDifference } from '../engine/anatomy/entryDifference.ts';
import type { DirectInverse } from '../engine/solve/directInverse.ts';
import type { RankOneStep } from '../engine/solve/sequentialInverse.ts';
import type { MatrixId } from '../engine/curvature/index.ts';
import type { MatrixValues } from '../engine/curvature/matrix.ts';
import type { DirectionSpec } from '../engine/experiment/problem.ts';
import type { Problem } from '../engine/experiment/problem.ts';
import type { Part } from '../engine/network/groups.ts';
import type { Slopes, SweepCurve } from '../engine/products/rSweep.ts';
import type { Trace } from '../engine/trace/step.ts';
import type { AxesSpec } from '../engine/surface/axes.ts';
import type { SurfaceModel } from '../engine/surface/models.ts';
import type { SurfacePlane } from '../engine/surface/plane.ts';
import type { LaplaceReply, LaplaceRequest } from './protocol/laplace.ts';
import type { DensityReply, DensityRequest, ProbesReply, ProbesRequest } from './protocol/density.ts';
import type {
  BlocksReply,
  BlocksRequest,
  SolveReply,
  SolveRequest,
  StepsReply,
  StepsRequest,
} from './protocol/solve.ts';
import type { OptimiserId } from '../engine/uses/optimisers/index.ts';
import type { PerturbationApi } from './protocol/perturbation.ts';
import type { RaceApi } from './protocol/race.ts';

export type { SurfaceModel } from '../engine/surface/models.ts';
export type { ModelOnPlane, SurfacePlane } from '../engine/surface/plane.ts';

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

export type { Comparison, EntryPair, Points } from '../engine/comparison/comparison.ts';
export type { LayerPair, LayerPairs } from '../engine/comparison/layerPairs.ts';
export type { SweepCurve } from '../engine/products/rSweep.ts';

export interface CompareRequest {
  readonly problem: Problem;
  /** Approximations to hold against H. */
  readonly matrices: readonly MatrixId[];
}

export interface Compared {
  /** H itself, [W × W], and its largest |entry|; null when it is too much work. */
  readonly exact: { readonly values: Float64Array; readonly largest: number } | null;
  readonly matrices: Partial<Record<MatrixId, Comparison>>;
  /** Sentences: what was left out and why. */
  readonly refused: readonly string[];
}

export interface EigenvaluesRequest {
  readonly problem: Problem;
  readonly matrix: MatrixId;
}

export interface Eigenvalues {
  readonly matrix: MatrixId;
  /** The largest first: all of them, or the largest and the smallest alone; empty where refused. */
  readonly values: Float64Array;
  readonly complete: boolean;
  /** Bound on their errors. */
  readonly bound: number;
  /** A sentence, or null. */
  readonly refused: string | null;
}

export interface SweepRequest {
  readonly problem: Problem;
  /** `Hv` along the direction, or one entry; null: the largest. */
  readonly of:
    | { readonly kind: 'product'; readonly direction: DirectionSpec }
    | { readonly kind: 'entry'; readonly entry: readonly [row: number, column: number] | null };
  readonly steps: readonly number[];
  /** Whether R{·} is held against H itself, once for all steps. */
  readonly check: boolean;
}

export interface SweepReply {
  readonly steps: readonly number[];
  readonly errors: Readonly<Record<SweepCurve, readonly number[]>>;
  /** What the errors of each curve are relative to; where it is 0 they are absolute. */
  readonly sizes: Readonly<Record<SweepCurve, number>>;
  readonly slopes: Readonly<Record<SweepCurve, Slopes>>;
  /** Multiplications and additions of one value: by each difference, by R{·}, and of one gradient. */
  readonly operations: Readonly<Record<SweepCurve | 'product' | 'gradient', number>>;
  /** ‖Hv‖ of the unit vector v, or H_ij. */
  readonly value: number;
  /** ‖v‖ before it was scaled to 1; 0 where there is no direction. */
  readonly length: number;
  readonly entry: readonly [row: number, column: number] | null;
  /** What R{·} is off by against H itself; NaN where that was not asked for or is too much work. */
  readonly ownError: number;
}

export interface SurfaceRequest {
  readonly problem: Problem;
  /** Which plane through w, or what an earlier reply said of it. */
  readonly plane: AxesSpec | SurfacePlane;
  /** Places in the plane, w at (0, 0). */
  readonly s: Float64Array;
  readonly t: Float64Array;
}

export interface SurfaceReply {
  readonly plane: SurfacePlane;
  /** E at every place; not finite where it overflows. */
  readonly errors: Float64Array;
  /** What each model believes E to be there. */
  readonly believed: Readonly<Record<SurfaceModel, Float64Array>>;
}

export type { Factor, Term } from '../engine/anatomy/anatomy.ts';
export type { EntryFormula } from '../engine/anatomy/formula.ts';

export interface AnatomyRequest {
  readonly problem: Problem;
  readonly row: number;
  readonly column: number;
  /** The pattern whose numbers the formula shows; beyond the last it is the last. */
  readonly pattern: number;
}

/** An entry of H in its parts, patterns and terms, and by differences of the gradient. */
export interface Anatomy extends EntryAnatomy {
  readonly difference: EntryDifference;
}

export type { FactorName, Phase, Quantity, Step, Terms, Trace } from '../engine/trace/step.ts';

export interface TraceRequest {
  readonly problem: Problem;
  /** Row of the batch, from 0. */
  readonly pattern: number;
  readonly direction: DirectionSpec;
}

/** R{backprop} of one pattern, and what its end is held against. */
export interface TraceReply {
  readonly trace: Trace;
  readonly v: Float64Array;
  /** The pattern's own Hessian, built entry by entry, times v; null where W is too large for that. */
  readonly matrixProduct: Float64Array | null;
  /** Hv of the whole batch, reduction and weight decay included. */
  readonly batchProduct: Float64Array;
}

export interface InverseRequest {
  readonly problem: Problem;
  readonly matrix: 'outer-product' | 'exact';
  /** Patterns that the sequential inverse has seen; beyond the last it is all. */
  readonly upTo: number;
}

/** A direct inverse with its largest |entry|; NaN without one. */
export interface Inverse extends DirectInverse {
  readonly largest: number;
}

/** The sequential inverse after some patterns, and how far it is from its end after each. */
export interface Film {
  /** The weight decay, which the start αI takes. */
  readonly alpha: number;
  readonly upTo: number;
  /** After `upTo` patterns, [W × W]. */
  readonly values: Float64Array;
  readonly largest: number;
  /** From the direct inverse, relative, after n = 0 … N patterns. */
  readonly distances: Float64Array;
  /** The corrections of pattern `upTo`, one for every output; none at the start. */
  readonly steps: readonly RankOneStep[];
  /** Directions along which the patterns so far have added nothing: there the inverse is still 1/α. */
  readonly untouched: number;
}

export interface InverseReply {
  readonly W: number;
  /** Why there is nothing at all, or null. */
  readonly refused: string | null;
  readonly direct: Inverse | null;
  /** Of the outer product. */
  readonly film: Film | null;
  /** Why there is no film of the outer product, or null. */
  readonly noFilm: string | null;
  /** The outer product's inverse beside that of H, and ‖G⁻¹ − H⁻¹‖_F/‖H⁻¹‖_F. */
  readonly outerProduct: (Inverse & { readonly difference: number }) | null;
}

/** The worker's object: every task the page may ask for. */
export interface EngineApi
  extends PruningApi, InfluenceApi, RecurrentApi, BoltzmannApi, RaceApi, PerturbationApi {
  plan(request: PlanRequest): Plan;
  part(request: PartRequest): PartReply;
  snapshot(request: SnapshotRequest): Snapshot;
  spectra(request: SpectraRequest): Spectra;
  predict(request: PredictRequest): Float64Array;
  product(request: ProductRequest): Products;
  train(request: TrainRequest): TrainReply;
  trace(request: TraceRequest): TraceReply;
  compare(request: CompareRequest): Compared;
  eigenvalues(request: EigenvaluesRequest): Eigenvalues;
  sweep(request: SweepRequest): SweepReply;
  moment(request: MomentRequest): Moment;
  measure(request: MeasureRequest): Measurement;
  surface(request: SurfaceRequest): SurfaceReply;
  anatomy(request: AnatomyRequest): Anatomy;
  inverse(request: InverseRequest): InverseReply;
  solve(request: SolveRequest): SolveReply;
  solveBlocks(request: BlocksRequest): BlocksReply;
  solveSteps(request: StepsRequest): StepsReply;
  density(request: DensityRequest): DensityReply;
  densityProbes(request: ProbesRequest): ProbesReply;
  laplace(request: LaplaceRequest): LaplaceReply;
}
