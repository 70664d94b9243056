import type { MatrixValues } from '../../../engine/curvature/matrix.ts';
import type { Entry } from '../../state/selection.ts';
import { orderOf } from '../../charts/paintMatrix.ts';

/** One entry of a matrix; NaN beyond it. */
export function entryValue(matrix: MatrixValues, { row, column }: Entry): number {
  const W = orderOf(matrix);
  if (row >= W || column >= W) return NaN;
  if (matrix.form === 'diagonal') return row === column ? (matrix.values[row] ?? NaN) : 0;
  return matrix.values[row * W + column] ?? NaN;
}
