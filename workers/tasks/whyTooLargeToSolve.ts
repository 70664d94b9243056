import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { SolveMatrix } from '../protocol/solve.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

/** Of factors and full decompositions, O(W³), beside what products reach. */
const LARGEST_W = 200;

/** Why a system is too large to be solved directly too, or null. */
export function whyTooLargeToSolve(matrix: SolveMatrix, workspace: Workspace): string | null {
  const { W } = workspace.topology;
  if (W > LARGEST_W) return `Systems are solved here up to W = ${LARGEST_W}; this network has W = ${W}.`;
  return whyTooMuchWork(matrix, workspace);
}
