import { matrixOf, type MatrixId } from '../engine/curvature/index.ts';
import { MATRIX_BUDGET_MB } from '../engine/experiment/limits.ts';

const BYTES_PER_ENTRY = 8;

/** Megabytes of one dense W × W matrix in float64. */
export const matrixMegabytes = (W: number): number => (BYTES_PER_ENTRY * W * W) / 1e6;

/** Whether a matrix has W × W entries, not its diagonal alone. */
export const isDense = (id: MatrixId): boolean => matrixOf(id).form === 'dense';

/** Dense matrices that must be held to show these: the exact one is there for the errors as soon as one is dense. */
export const heldDense = (ids: readonly MatrixId[]): number => {
  const dense = new Set(ids.filter(isDense));
  return dense.size === 0 ? 0 : dense.add('exact').size;
};

/** Whether showing these matrices together would take more memory than all may take. */
export const overBudget = (W: number, ids: readonly MatrixId[]): boolean =>
  heldDense(ids) * matrixMegabytes(W) > MATRIX_BUDGET_MB;
