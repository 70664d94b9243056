import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrices } from '../../engine/curvature/index.ts';
import type { CurvatureMatrix } from '../../engine/curvature/matrix.ts';
import { exactByRColumns } from '../../engine/products/ofProblem.ts';
import { gaussians } from '../../engine/data/random.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { errorAndGradient, hessianVector } from '../../engine/products/ofProblem.ts';
import type { Run } from './stopwatch.ts';

const list: ReadonlyMap<string, CurvatureMatrix> = new Map(Object.entries(matrices));

/** A matrix of the list by its id: from nothing to all its entries, all passes included. */
export const matrixRun = (id: string, problem: Problem) => (): Float64Array => {
  const matrix = list.get(id);
  if (matrix === undefined) throw new Error(`unknown matrix: ${id}`);
  return matrix.compute(createWorkspace(problem)).values;
};

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
