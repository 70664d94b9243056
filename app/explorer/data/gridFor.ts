import type { DataSpec } from '../../../engine/experiment/document.ts';
import { plotGrid, type PlotGrid } from '../../compute/grid.ts';
import { batchFor } from '../../state/batch.ts';

const grids = new WeakMap<DataSpec, PlotGrid | null>();

/** The plot's grid of a document's data, made once for as long as `data` is the same object. */
export function gridFor(data: DataSpec): PlotGrid | null {
  const known = grids.get(data);
  if (known !== undefined) return known;
  const grid = plotGrid(batchFor(data));
  grids.set(data, grid);
  return grid;
}
