/** What is asked of a problem now and then, each with a workspace of its own. */
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { rColumns } from '../curvature/rColumns.ts';
import type { Problem } from '../experiment/problem.ts';
import { errorOf, gradientOf } from './gradient.ts';
import { gaussNewtonProduct, rProduct } from './hessianVector.ts';

/** E(w) and ∇E(w) of a problem. O(N W). */
export function errorAndGradient(problem: Problem): { error: number; gradient: Float64Array } {
  const workspace = createWorkspace(problem);
  return { error: errorOf(workspace), gradient: gradientOf(workspace) };
}

/** `Hv` of a problem by R{backprop}, [W]. O(N W). */
export const hessianVector = (problem: Problem, v: Float64Array): Float64Array =>
  rProduct(createWorkspace(problem), v);

/** `Gv` of a problem, [W]. O(N W). */
export const gaussNewtonVector = (problem: Problem, v: Float64Array): Float64Array =>
  gaussNewtonProduct(createWorkspace(problem), v);

/** The exact Hessian of a problem column by column, row-major W × W: the plain twin of the fast path (PRML 5.4.6). O(N W²). */
export const exactByRColumns = (problem: Problem): Float64Array => rColumns(createWorkspace(problem));
