import type { ConvergencePoint } from '../../engine/beyond/weightPerturbation/convergence.ts';
import type { Estimate } from '../../engine/beyond/weightPerturbation/perturbations.ts';
import type { DirectionSpec, Problem } from '../../engine/experiment/problem.ts';

export type { Estimate } from '../../engine/beyond/weightPerturbation/perturbations.ts';
export type { Distance } from '../../engine/beyond/weightPerturbation/convergence.ts';

export interface PerturbationRequest {
  readonly problem: Problem;
  readonly direction: DirectionSpec;
  /** Standard deviation of every Δw_i. */
  readonly sigma: number;
  readonly samples: number;
  readonly seed: number;
}

/** What so many perturbations tell, and what is true. */
export interface PerturbationReply {
  readonly samples: number;
  readonly sigma: number;
  /** By backprop and R{backprop}, [W] each. */
  readonly truth: { readonly gradient: Float64Array; readonly product: Float64Array };
  /** Distances from it. */
  readonly distances: ConvergencePoint;
  /** ∇E from ΔE less its mean, the same less the rank-two part, and Hv. */
  readonly centred: Estimate;
  readonly regressed: Estimate;
  readonly product: Estimate;
  /** E(w). */
  readonly error: number;
}

export interface PerturbationApi {
  perturbation(request: PerturbationRequest): PerturbationReply;
}
