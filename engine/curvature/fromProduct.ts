import { rProduct } from '../products/hessianVector.ts';
import { dot } from '../kernels/multiply.ts';
import { rProductOperations } from './passOperations.ts';
import type { Workspace } from './workspace.ts';

/** What one product tells: v, z = Hv, v·z and ‖v‖². O(N W). */
export interface OneProduct {
  readonly v: Float64Array;
  readonly z: Float64Array;
  readonly vz: number;
  readonly vv: number;
}

/** The product of H with the direction of the problem. O(N W). */
export const oneProduct = (workspace: Workspace): OneProduct =>
  workspace.once('one-product', () => {
    const v = workspace.direction;
    const z = rProduct(workspace, v);
    return { v, z, vz: dot(v, 0, z, 0, v.length), vv: dot(v, 0, v, 0, v.length) };
  });

/** A W × W matrix from `entry(row, column)`. O(W²). */
export function outer(W: number, entry: (row: number, column: number) => number): Float64Array {
  const A = new Float64Array(W * W);
  for (let row = 0; row < W; row++) {
    for (let column = 0; column < W; column++) A[row * W + column] = entry(row, column);
  }
  return A;
}

/** Multiplications of one product and of filling the matrix. */
export const oneProductOperations = (workspace: Workspace): number =>
  rProductOperations(workspace) + 6 * workspace.topology.W ** 2;
