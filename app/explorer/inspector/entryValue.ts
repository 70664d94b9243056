import type { MatrixResult } from '../../../workers/protocol.ts';
import type { Entry } from '../../state/selection.ts';

/** One entry of a matrix; NaN beyond it. */
export function entryValue(
  matrix: Pick<MatrixResult, 'form' | 'values' | 'order' | 'joined'>,
  { row, column }: Entry,
): number {
  const { order: W, joined } = matrix;
  if (row >= W || column >= W) return NaN;
  if (matrix.form === 'diagonal') return row === column ? (matrix.values[row] ?? NaN) : 0;
  if (joined !== undefined) return joined.entry(row, column);
  return matrix.values[row * W + column] ?? NaN;
}
