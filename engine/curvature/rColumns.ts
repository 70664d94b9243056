import type { Problem } from '../experiment/problem.ts';
import { rProduct } from '../products/hessianVector.ts';
import { createWorkspace } from './createWorkspace.ts';
import type { Workspace } from './workspace.ts';

/**
 * The exact Hessian column by column, `H e_i` by R{·} (PRML 5.4.6): the plain twin of curvature/exact.ts.
 * Row-major W × W, weight decay included. O(N W²) with a large constant.
 */
export const exactByRColumns = (problem: Problem): Float64Array => rColumns(createWorkspace(problem));

/** The same from a workspace's passes. */
export function rColumns(workspace: Workspace): Float64Array {
  const { W } = workspace.topology;
  const H = new Float64Array(W * W);
  const unit = new Float64Array(W);
  for (let i = 0; i < W; i++) {
    unit[i] = 1;
    const column = rProduct(workspace, unit);
    for (let q = 0; q < W; q++) H[q * W + i] = column[q];
    unit[i] = 0;
  }
  return H;
}
