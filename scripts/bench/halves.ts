import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { Part } from '../../engine/network/groups.ts';
import { ownedRows } from '../../engine/network/ownedRows.ts';
import { packRows } from '../../workers/parts/packRows.ts';

/** What a worker is asked for: the exact Hessian, all of it or the packed rows of a part. */
export interface HalfRequest {
  readonly problem: Problem;
  readonly part: Part | null;
}

/** The worker's side: the entries, and the buffer to hand over instead of copying it. */
export function answer({ problem, part }: HalfRequest): readonly [Float64Array, ArrayBuffer] {
  const workspace = createWorkspace(problem);
  const { topology } = workspace;
  const { values } = matrixOf('exact').compute(workspace, part ?? undefined);
  const sent = part === null ? values : packRows(ownedRows(topology, part), values, topology.W);
  return [sent, sent.buffer as ArrayBuffer];
}

/** A worker of its own thread, in Node or in the browser. */
export interface Half {
  ask(request: HalfRequest): Promise<Float64Array>;
  end(): void;
}

export type StartHalf = () => Half;
