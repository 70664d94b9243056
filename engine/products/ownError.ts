import { exact } from '../curvature/exact.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { timesVector } from '../kernels/timesVector.ts';
import { rProduct } from './hessianVector.ts';

/**
 * What R{·} itself is off by: `‖Hv − R{∇E}‖ / ‖Hv‖` with H by products of layer pairs, which shares the ordinary
 * passes with R{·} and no more. Both round: it is an upper bound in size, a few 2⁻⁵³. Absolute where Hv = 0. O(N W²).
 */
export function ownErrorOfProduct(workspace: Workspace, v: Float64Array): number {
  const W = v.length;
  const H = exact.compute(workspace).values;
  const Rv = rProduct(workspace, v);
  const Hv = timesVector(H, v, new Float64Array(W));
  const difference = Hv.map((entry, q) => entry - Rv[q]);
  return Math.sqrt(dot(difference, 0, difference, 0, W)) / (Math.sqrt(dot(Hv, 0, Hv, 0, W)) || 1);
}

/** The same of one entry, `|H_ij − value| / |H_ij|`; absolute where it is 0. O(N W²). */
export function ownErrorOfEntry(workspace: Workspace, i: number, j: number, value: number): number {
  const entry = exact.compute(workspace).values[i * workspace.topology.W + j];
  return Math.abs(entry - value) / (Math.abs(entry) || 1);
}
