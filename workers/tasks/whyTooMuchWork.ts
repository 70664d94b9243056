import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';

/** About two seconds of a worker's time: a figure that follows the experiment asks for no more at once. */
const MOST_OPERATIONS = 1.6e10;

/** Why a matrix is too much work for a figure, or null: `Four-point is left out: it needs 3,000 billion operations, …` */
export function whyTooMuchWork(id: MatrixId, workspace: Workspace): string | null {
  const { label, operations } = matrixOf(id);
  const count = operations(workspace);
  if (count <= MOST_OPERATIONS) return null;
  const billions = (x: number): string => (x / 1e9).toLocaleString('en-US', { maximumSignificantDigits: 2 });
  return `${label} is left out: it needs ${billions(count)} billion operations, and this figure allows ${billions(MOST_OPERATIONS)}.`;
}
