import type { Problem } from '../../engine/experiment/problem.ts';

/** Another library's derivatives of the same error function, in our order of parameters. */
export interface Rival {
  gradient(): Float64Array | Promise<Float64Array>;
  /** Row-major W × W. */
  hessian(): Float64Array | Promise<Float64Array>;
}

/** Sets a library up for a problem of dense layers, `sizes` its inputs and units. */
export type RivalOf = (problem: Problem, sizes: readonly number[]) => Promise<Rival>;
