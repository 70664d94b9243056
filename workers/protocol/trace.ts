import type { DirectionSpec, Problem } from '../../engine/experiment/problem.ts';
import type { Trace } from '../../engine/trace/step.ts';

export type { FactorName, Phase, Quantity, Step, Terms, Trace } from '../../engine/trace/step.ts';

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
