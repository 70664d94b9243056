import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { gaussNewtonProduct, rProduct } from '../../engine/products/hessianVector.ts';
import { extremeEigenvaluesSteps, extremesOfProductsSteps } from '../../engine/spectrum/extremes.ts';
import { isDense, overBudget } from '../budget.ts';
import { builtInSteps } from '../parts/builtInSteps.ts';
import type { Extremes, Spectra } from '../protocol.ts';

/** Matrices whose products with a vector need no matrix. */
const products: Partial<Record<MatrixId, (workspace: Workspace, v: Float64Array) => Float64Array>> = {
  exact: rProduct,
  'gauss-newton': gaussNewtonProduct,
};

/** Matrices that are there already. */
type Given = Partial<Record<MatrixId, MatrixValues>>;

/**
 * The extreme eigenvalues of some matrices and of the given ones, as work in steps: of a step each is a matrix or its
 * share of a part, and a product or a full decomposition. Beyond the memory budget, of those matrices whose products need none.
 */
export function* spectraSteps(
  problem: Problem,
  matrices: readonly MatrixId[],
  given: Given,
): Generator<undefined, Spectra> {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const tooLarge = overBudget(W, matrices);
  const found: Partial<Record<MatrixId, Extremes>> = {};
  /** Some matrices are the very same. */
  const known = new Map<Float64Array, Extremes>();
  function* endsOf(matrix: MatrixValues): Generator<undefined, Extremes> {
    const extremes = known.get(matrix.values) ?? (yield* extremeEigenvaluesSteps(matrix, W));
    known.set(matrix.values, extremes);
    return extremes;
  }
  const existing = matrices.filter((id) => (matrixOf(id).unavailable?.(problem) ?? null) === null);
  const built = yield* builtInSteps(
    workspace,
    existing.filter((id) => !tooLarge && isDense(id)),
  );
  for (const id of existing) {
    const product = products[id];
    if (!tooLarge || !isDense(id)) {
      const matrix = built.get(id) ?? matrixOf(id).compute(workspace);
      yield;
      found[id] = yield* endsOf(matrix);
    } else if (product !== undefined) {
      found[id] = yield* extremesOfProductsSteps((v) => product(workspace, v), W);
    }
    yield;
  }
  for (const [name, matrix] of Object.entries(given)) {
    found[name as MatrixId] = yield* endsOf(matrix);
    yield;
  }
  return found;
}
