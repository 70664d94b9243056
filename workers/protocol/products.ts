import type { DirectionSpec, Problem } from '../../engine/experiment/problem.ts';

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
