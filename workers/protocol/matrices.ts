import type { MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { Part } from '../../engine/network/groups.ts';
import type { Cells } from '../parts/cells.ts';
import type { JoinedMatrix } from '../parts/joinedMatrix.ts';
import type { PartSums } from '../parts/partSums.ts';
import type { Extremes, VersionedProblem, WithSpare } from './shared.ts';

export interface MatrixResult extends MatrixValues {
  /** W. */
  readonly order: number;
  /** Of a matrix in parts: its values are put together when they are first read; an entry can be had alone. */
  readonly joined?: JoinedMatrix;
  /** A picture, made by the workers; null where there is none. */
  readonly cells: Cells | null;
  /** Largest |entry|: half the width of the colour scale. */
  readonly largest: number;
  /** ‖A − H‖_F / ‖H‖_F; for the residual ‖R‖_F / ‖H‖_F; NaN when ‖H‖ is 0. */
  readonly relativeError: number;
  readonly trace: number;
  /** Multiplications and additions, counted from the formula. */
  readonly operations: number;
  readonly milliseconds: number;
}

/** Everything on show that follows a dragged weight within the same frame. */
export interface Snapshot {
  /** E(w), weight decay included. */
  readonly error: number;
  readonly gradient: Float64Array;
  /** Empty when W is over the memory budget; `diagonal` is always affordable. */
  readonly matrices: Partial<Record<MatrixId, MatrixResult>>;
  /** Time it took in the workers. */
  readonly milliseconds: number;
}

export interface PlanRequest {
  readonly problem: Problem;
  readonly matrices: readonly MatrixId[];
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
  /** Cells along a side of the pictures, at most W; infinite where none is wanted. */
  readonly side: number;
}

/** A part's share of one matrix, packed; with the first part the whole of a diagonal. */
export interface MatrixPart extends MatrixValues {
  readonly sums: PartSums;
  readonly cells: Cells | null;
  readonly operations: number;
  readonly milliseconds: number;
}

/** A part's share of H in sums, mirror images counted. */
export interface ExactPart {
  /** Σ H², and without the diagonal. */
  readonly squares: number;
  readonly beside: number;
  /** H's diagonal, [W]: 0 in the rows of other parts. */
  readonly diagonal: Float64Array;
}

export interface PartReply {
  readonly matrices: Partial<Record<MatrixId, MatrixPart>>;
  /** What diagonals are compared with; null where H is not needed. */
  readonly exact: ExactPart | null;
  /** Error and gradient come with the first part: 0 and null with the others. */
  readonly error: number;
  readonly gradient: Float64Array | null;
}

export interface SpectraRequest extends VersionedProblem {
  readonly matrices: readonly MatrixId[];
  /** Matrices that are there already; null where the numbers came with an earlier call for the same. */
  readonly given: Partial<Record<MatrixId, MatrixValues | null>>;
}

export type Spectra = Partial<Record<MatrixId, Extremes>>;

/** Not done: the same request goes on with it, with the given numbers once more where they are `missing`. */
export type SpectraReply =
  { readonly done: true; readonly spectra: Spectra } | { readonly done: false; readonly missing: boolean };
