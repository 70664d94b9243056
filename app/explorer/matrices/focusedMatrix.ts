import type { MatrixId } from '../../../engine/curvature/index.ts';

/** The focused matrix if it is on show, else the first that is. */
export const focusedOf = (matrix: MatrixId, shown: readonly MatrixId[]): MatrixId =>
  shown.includes(matrix) ? matrix : (shown[0] ?? matrix);
