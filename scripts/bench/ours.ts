import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrices } from '../../engine/curvature/index.ts';
import type { CurvatureMatrix } from '../../engine/curvature/matrix.ts';
import { exactByRColumns } from '../../engine/products/ofProblem.ts';
import { gaussians } from '../../engine/data/random.ts';
import { giveNumbers } from '../../engine/kernels/spareNumbers.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorAndGradient, hessianVector } from '../../engine/products/ofProblem.ts';
import type { Run } from './stopwatch.ts';

const list: ReadonlyMap<string, CurvatureMatrix> = new Map(Object.entries(matrices));

/**
 * A matrix of the list by its id: from nothing to all its entries, all passes included. The result before goes
 * back for the next to be written to, as the page hands back what it no longer shows.
 */
export function matrixRun(id: string, problem: Problem): () => Float64Array {
  let before: Float64Array | null = null;
  return () => {
    const matrix = list.get(id);
    if (matrix === undefined) throw new Error(`unknown matrix: ${id}`);
    if (before !== null) giveNumbers(before);
    const { form, values } = matrix.compute(createWorkspace(problem));
    before = form === 'dense' ? values : null;
    return values;
  };
}

/** `∇E`, passes included. */
export const gradientRun = (problem: Problem) => () => errorAndGradient(problem).gradient;

/** `Hv` for one v, passes included. */
export function hessianVectorRun(problem: Problem): Run {
  const v = gaussians(5, problem.parameters.length);
  return () => hessianVector(problem, v);
}

/** W products `H e_i`, on whichever kernels are in use. */
export const rColumnsRun =
  (problem: Problem): Run =>
  () =>
    exactByRColumns(problem);
