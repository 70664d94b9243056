import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { giveNumbers } from '../../engine/kernels/spareNumbers.ts';
import type { Part } from '../../engine/network/groups.ts';

/** What a worker is asked for: the exact Hessian, all of it or a part's share. */
export interface HalfRequest {
  readonly problem: Problem;
  readonly part: Part | null;
  /** The answer before, handed back to be written to. */
  readonly spare: Float64Array | null;
}

/** The worker's side: the entries, and the buffer to hand over instead of copying it. */
export function answer({ problem, part, spare }: HalfRequest): readonly [Float64Array, ArrayBuffer] {
  if (spare !== null) giveNumbers(spare);
  const { values } = matrixOf('exact').compute(createWorkspace(problem), part ?? undefined);
  return [values, values.buffer as ArrayBuffer];
}

/** The buffers of a request that are handed over. */
export const handedOver = ({ spare }: HalfRequest): ArrayBuffer[] =>
  spare === null ? [] : [spare.buffer as ArrayBuffer];

/** A worker of its own thread, in Node or in the browser. */
export interface Half {
  ask(request: HalfRequest): Promise<Float64Array>;
  end(): void;
}

export type StartHalf = () => Half;
