import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { ViewSpec } from '../../../engine/experiment/document.ts';
import type { Snapshot } from '../../../workers/protocol.ts';

/** The largest |entry| of all matrices on show: half the width of the shared colour scale. */
export const sharedHalfWidth = (matrices: Snapshot['matrices'], shown: readonly MatrixId[]): number =>
  shown.reduce((largest, id) => Math.max(largest, matrices[id]?.largest ?? 0), 0);

/** Half the width of each matrix's colour scale: one for all, or its own. */
export function halfWidths(
  matrices: Snapshot['matrices'],
  { scale, matrices: shown }: ViewSpec,
): (id: MatrixId) => number {
  if (scale === 'each') return (id) => matrices[id]?.largest ?? 0;
  const shared = sharedHalfWidth(matrices, shown);
  return () => shared;
}
