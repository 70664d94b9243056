import type { MatrixId } from '../../../engine/curvature/index.ts';

/** What is left over is no approximation of H: its norm is a share of that of H, not an error. */
const LEFT_OVER: readonly MatrixId[] = ['residual'];

export const isApproximation = (id: MatrixId): boolean => !LEFT_OVER.includes(id);
