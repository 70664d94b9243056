import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { MATRIX_BUDGET_MB } from '../../engine/experiment/limits.ts';
import { formatCount } from '../controls/formatCount.ts';
import { heldDense, isDense, matrixMegabytes, overBudget } from '../../workers/budget.ts';

/** A task that takes longer than this, and far longer than its size explains, hangs. */
const SHORTEST_DEADLINE = 6_000;
/** Generous times per operation: a slow machine still answers long before. */
const MILLISECONDS_PER_PATTERN_ENTRY = 1e-5;
const MILLISECONDS_PER_CUBE = 1e-5;

export function deadlineOf({ parameters, batch }: Problem): number {
  const W = parameters.length;
  return (
    SHORTEST_DEADLINE + MILLISECONDS_PER_PATTERN_ENTRY * batch.N * W ** 2 + MILLISECONDS_PER_CUBE * W ** 3
  );
}

/** Which matrices are too large: a single one, or all on show together; then hiding some helps. */
function tooMuch(W: number, held: number): string {
  const one = matrixMegabytes(W);
  const fitting = Math.floor(MATRIX_BUDGET_MB / one);
  const budget = `all on show may take ${MATRIX_BUDGET_MB} MB together`;
  if (fitting === 0) return `One matrix with W = ${formatCount(W)} takes ${formatCount(one)} MB; ${budget}.`;
  return (
    `${held} matrices with W = ${formatCount(W)} take ${formatCount(held * one)} MB; ${budget}: ` +
    `hide ${held - fitting} besides Exact to see the others.`
  );
}

/** The matrices that need no W × W numbers: `Diagonal, Hutchinson diagonal`. */
const diagonals = matrixIds
  .filter((id) => !isDense(id))
  .map((id) => matrixOf(id).label)
  .join(', ');

const STILL_POSSIBLE =
  `Still live: the error, its gradient and training by gradient descent; the products Hv and Gv, and by them ` +
  `the largest eigenvalue of H (both under Direction); every diagonal (${diagonals}).`;

/** Why the dense matrices of a document are not computed, what they would need, and what still is; null when they are. */
export function memoryProblem({ parameters, view }: Experiment): string | null {
  const W = parameters.length;
  if (!overBudget(W, view.matrices)) return null;
  return `${tooMuch(W, heldDense(view.matrices))} ${STILL_POSSIBLE}`;
}
