import { blockStart } from '../../../workers/parts/cells.ts';
import { cellsOf, orderOf, type Paintable } from '../../charts/paintMatrix.ts';
import { poolDiagonal, poolSigned } from '../../charts/pool.ts';

/** plotly.js draws no more cells along a side. */
export const MOST_CELLS = 800;

export interface PlottedCells {
  readonly W: number;
  readonly cells: number;
  /** True entries, cells × cells: copies, so that they outlive the snapshot. */
  readonly values: Float64Array;
  /** First entry of each cell. */
  readonly starts: readonly number[];
}

/** The entries as plotly.js gets them: all, or pooled by signed largest magnitude. */
export function plottedCells(matrix: Paintable, most = MOST_CELLS): PlottedCells {
  const W = orderOf(matrix);
  const cells = cellsOf(W, most);
  const values = new Float64Array(cells * cells);
  if (matrix.form === 'dense') poolSigned(matrix.values, W, cells, values);
  else {
    const diagonal = new Float64Array(cells);
    poolDiagonal(matrix.values, W, cells, diagonal);
    diagonal.forEach((value, at) => (values[at * (cells + 1)] = value));
  }
  return { W, cells, values, starts: Array.from({ length: cells }, (_, at) => blockStart(at, W, cells)) };
}
