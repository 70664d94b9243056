import { matrixIds, matrixOf, type MatrixId } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { MATRIX_BUDGET_MB } from '../../../engine/experiment/limits.ts';
import { heldDense, matrixMegabytes, overBudget } from '../../../workers/budget.ts';
import type { Method } from '../../../workers/protocol.ts';
import { formatCount } from '../../controls/formatCount.ts';

/** What the page says of a method of the list. */
export interface MethodText {
  readonly method: Method;
  readonly label: string;
  /** KaTeX: cost per pattern. */
  readonly cost: string;
}

/** Vectors that need no matrix. */
const vectors: readonly MethodText[] = [
  { method: 'gradient', label: 'Gradient ∇E', cost: 'O(W)' },
  { method: 'Hv', label: 'Hv by R{backprop}', cost: 'O(W)' },
  { method: 'Gv', label: 'Gv', cost: 'O(W)' },
];

const textOf = (id: MatrixId): MethodText => ({
  method: id,
  label: matrixOf(id).label,
  cost: matrixOf(id).cost,
});

/** Everything that can be timed. */
export const methods: readonly MethodText[] = [...vectors, ...matrixIds.map(textOf)];

const isMatrix = (method: Method): method is MatrixId => vectors.every((vector) => vector.method !== method);

/** Why a method can't be timed for an experiment, or null when it can. */
export function whyNot(method: Method, experiment: Experiment): string | null {
  if (!isMatrix(method)) return null;
  const reason = matrixOf(method).unavailable?.(experiment) ?? null;
  if (reason !== null) return reason;
  const W = experiment.parameters.length;
  if (!overBudget(W, [method])) return null;
  const megabytes = heldDense([method]) * matrixMegabytes(W);
  return `needs ${formatCount(megabytes)} MB for matrices with W = ${formatCount(W)}, allowed ${MATRIX_BUDGET_MB} MB`;
}
