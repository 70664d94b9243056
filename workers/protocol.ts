/** What may cross between the page and a worker: types only, a file for each task or family of tasks. */
import type { AnatomyRequest, Anatomy } from './protocol/anatomy.ts';
import type {
  BlocksReply,
  BlocksRequest,
  SolveReply,
  SolveRequest,
  StepsReply,
  StepsRequest,
} from './protocol/solve.ts';
import type { BoltzmannApi } from './protocol/boltzmann.ts';
import type { CompareRequest, Compared, EigenvaluesRequest, Eigenvalues } from './protocol/compare.ts';
import type { DensityReply, DensityRequest, ProbesReply, ProbesRequest } from './protocol/density.ts';
import type { InfluenceApi } from './protocol/influence.ts';
import type { InverseRequest, InverseReply } from './protocol/inverse.ts';
import type { LaplaceReply, LaplaceRequest } from './protocol/laplace.ts';
import type { MomentRequest, Moment, MeasureRequest, Measurement } from './protocol/measure.ts';
import type { PerturbationApi } from './protocol/perturbation.ts';
import type { PredictRequest, ProductRequest, Products } from './protocol/products.ts';
import type { PruningApi } from './protocol/pruning.ts';
import type { RaceApi } from './protocol/race.ts';
import type { RecurrentApi } from './protocol/recurrent.ts';
import type {
  PlanRequest,
  Plan,
  PartRequest,
  PartReply,
  SpectraRequest,
  SpectraReply,
} from './protocol/matrices.ts';
import type { SurfaceRequest, SurfaceReply } from './protocol/surface.ts';
import type { SweepRequest, SweepReply } from './protocol/sweep.ts';
import type { TraceRequest, TraceReply } from './protocol/trace.ts';
import type { TrainRequest, TrainReply } from './protocol/train.ts';

export type * from './protocol/shared.ts';
export type * from './protocol/matrices.ts';
export type * from './protocol/products.ts';
export type * from './protocol/train.ts';
export type * from './protocol/measure.ts';
export type * from './protocol/compare.ts';
export type * from './protocol/sweep.ts';
export type * from './protocol/surface.ts';
export type * from './protocol/anatomy.ts';
export type * from './protocol/trace.ts';
export type * from './protocol/inverse.ts';

/** The worker's object: every task the page may ask for. */
export interface EngineApi
  extends PruningApi, InfluenceApi, RecurrentApi, BoltzmannApi, RaceApi, PerturbationApi {
  plan(request: PlanRequest): Plan;
  part(request: PartRequest): PartReply;
  spectra(request: SpectraRequest): SpectraReply;
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
