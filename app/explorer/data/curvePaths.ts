import { line } from 'd3-shape';
import type { PlotGrid } from '../../compute/grid.ts';
import type { PlotFrame } from './plotFrame.ts';

/** One SVG path for each output: the model's answers along the grid; gaps where they are not finite. */
export function curvePaths(
  outputs: Float64Array,
  grid: PlotGrid,
  frame: PlotFrame,
): readonly { readonly output: number; readonly d: string }[] {
  const count = outputs.length / grid.columns;
  if (!Number.isInteger(count)) return [];
  const points = Array.from(grid.inputs);
  return Array.from({ length: count }, (_, output) => {
    const y = (index: number): number => frame.y(outputs[index * count + output] ?? NaN);
    const path = line<number>()
      .x((x) => frame.x(x))
      .y((_x, index) => Math.min(1e5, Math.max(-1e5, y(index))))
      .defined((_x, index) => Number.isFinite(y(index)))
      .digits(2);
    return { output, d: path(points) ?? '' };
  });
}
