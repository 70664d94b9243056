import { topologyOf } from '../../../engine/network/topology.ts';
import type { PlotGrid } from '../../compute/grid.ts';
import { gridFor } from './gridFor.ts';
import { useResults } from '../../state/useLab.ts';

export interface Fit {
  readonly grid: PlotGrid;
  /** [points × output units] */
  readonly outputs: Float64Array;
}

/** The model's answers on the plot's grid: the last complete ones, with the grid they were found on. */
export function useFit(): Fit | null {
  const fit = useResults((state) => state.fit);
  if (fit === null) return null;
  const grid = gridFor(fit.experiment.data);
  const units = topologyOf(fit.experiment.network).outputUnits;
  if (grid === null || fit.value.length !== grid.columns * grid.rows * units) return null;
  return { grid, outputs: fit.value };
}
