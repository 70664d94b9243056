import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { rProductOperations } from '../../engine/curvature/passOperations.ts';
import { gradientOf } from '../../engine/products/gradient.ts';
import { cholesky, choleskySolve } from '../../engine/solve/cholesky.ts';
import { conjugateGradient } from '../../engine/solve/conjugateGradient.ts';
import { neumann } from '../../engine/solve/neumann.ts';
import { relativeDistance } from '../../engine/solve/relativeDistance.ts';
import { inertiaOfFactor, solveSymmetric, symmetricFactor } from '../../engine/solve/symmetricFactor.ts';
import { allEigenvalues } from '../../engine/spectrum/allEigenvalues.ts';
import { chosenMatrix, scaledPlus } from '../../engine/uses/chosenMatrix.ts';
import type { Solved, SolveReply, SolveRequest, SolverRun } from '../protocol/solve.ts';
import { dampedProduct } from './dampedProduct.ts';
import { whyTooLargeToSolve } from './whyTooLargeToSolve.ts';

/** Of the relative residual: what is below is rounding. */
const TOLERANCE = 1e-12;
/** Of all products of one call, about a second of a worker's time at the very most. */
const MOST_OPERATIONS = 1.5e9;
const FEWEST_PRODUCTS = 10;

/** Products that each of two methods may take beside the W of Lanczos. */
function allowedProducts(workspace: Workspace, asked: number): number {
  const all = MOST_OPERATIONS / rProductOperations(workspace);
  return Math.min(asked, Math.max(FEWEST_PRODUCTS, Math.floor((all - workspace.topology.W) / 2)));
}

const timed = <T>(run: () => T): readonly [T, number] => {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
};

/**
 * `(A + λI) d = −∇E` directly, by conjugate gradients and by Neumann's series, the last two by products alone; with the
 * inertia of A + λI.
 */
export function solve({ problem, matrix, damping, scale, products: asked }: SolveRequest): SolveReply {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const refused = whyTooLargeToSolve(matrix, workspace);
  if (refused !== null) return { W, refused, solved: null };
  const b = gradientOf(workspace).map((entry) => -entry);
  const apply = dampedProduct(workspace, matrix, damping);
  const products = allowedProducts(workspace, asked);
  const [{ A, factor, L, x }, directTime] = timed(() => {
    const damped = scaledPlus(chosenMatrix(workspace, matrix), W, 1, damping);
    const triangle = cholesky(damped.values, W);
    const factors = symmetricFactor(damped.values, W);
    const solution = triangle === null ? solveSymmetric(factors, b) : choleskySolve(triangle, W, b);
    return { A: damped, factor: factors, L: triangle, x: solution };
  });
  const eigenvalues = allEigenvalues(A, W);
  const [largest = NaN, smallest = NaN] = [eigenvalues[0], eigenvalues[W - 1]];
  const sizes = eigenvalues.map(Math.abs);
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  const settings = { steps: products, tolerance: TOLERANCE, solution: x ?? undefined };
  const [cg, cgTime] = timed(() => conjugateGradient(apply, b, settings));
  const direct: SolverRun = {
    id: 'direct',
    residuals: x === null ? [] : [relativeDistance(apply(x), b)],
    errors: x === null ? [] : [0],
    end: x === null ? 'singular' : 'solved',
    milliseconds: directTime,
  };
  const series = most > 0 ? neumannRun(apply, b, { ...settings, s: scale / most }) : null;
  const solved: Solved = {
    smallest,
    largest,
    condition: most / least,
    inertia: inertiaOfFactor(factor),
    cholesky: L !== null,
    definiteFrom: damping - smallest,
    gradientNorm: Math.hypot(...b),
    runs: [
      direct,
      {
        id: 'conjugate-gradient',
        residuals: cg.residuals,
        errors: cg.errors,
        end: cg.status,
        milliseconds: cgTime,
      },
      ...(series === null ? [] : [series.run]),
    ],
    stopCurvature: cg.stop?.curvature ?? null,
    neumann: series?.condition ?? null,
    products,
  };
  return { W, refused: null, solved };
}

function neumannRun(
  apply: (v: Float64Array) => Float64Array,
  b: Float64Array,
  settings: Parameters<typeof neumann>[2],
): { readonly run: SolverRun; readonly condition: Solved['neumann'] } {
  let count = 0;
  const counting = (v: Float64Array): Float64Array => {
    count += 1;
    return apply(v);
  };
  const [found, milliseconds] = timed(() => neumann(counting, b, settings));
  const { residuals, errors, status, radius, smallest, largest, fails } = found;
  return {
    run: { id: 'neumann', residuals, errors, end: status, milliseconds },
    condition: { radius, smallest, largest, fails, s: settings.s, products: count - residuals.length },
  };
}
