import type { MatrixId } from '../../engine/curvature/index.ts';
import { type MatrixProgress, useResults } from '../state/results.ts';

function setStatus(id: MatrixId, status: MatrixProgress['status']): void {
  const { progress } = useResults.getState();
  const before = progress[id];
  if (before === undefined || before.status === status) return;
  useResults.setState({ progress: { ...progress, [id]: { ...before, status } } });
}

/** Computes no further part of a matrix; what is there stays on show. */
export const stopMatrix = (id: MatrixId): void => setStatus(id, 'stopped');

/** Computes the parts of a stopped matrix that are missing. */
export const computeMatrix = (id: MatrixId): void => setStatus(id, 'running');
