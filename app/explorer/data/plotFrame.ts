import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Interval } from '../../compute/grid.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where data coordinates lie on the plot, in pixels from its top left corner. */
export interface PlotFrame extends Size {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the numbers of the axes. */
export const margins = {
  none: { left: 0, right: 0, top: 0, bottom: 0 },
  small: { left: 22, right: 4, top: 4, bottom: 16 },
  large: { left: 36, right: 8, top: 8, bottom: 20 },
} satisfies Record<string, Margin>;

/** Fits the window into what the margin leaves of the plot. */
export function frameOf({ width, height }: Size, x: Interval, y: Interval, margin: Margin): PlotFrame {
  const edges = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  return {
    width,
    height,
    ...edges,
    x: scaleLinear([...x], [edges.left, edges.right]),
    y: scaleLinear([...y], [edges.bottom, edges.top]),
  };
}

/** The nearest item within `reach` pixels of a place on the plot. */
export function nearestMark<T extends { readonly x: number; readonly y: number }>(
  marks: readonly T[],
  frame: PlotFrame,
  at: { readonly x: number; readonly y: number },
  reach: number,
): T | null {
  let nearest: T | null = null;
  let least = reach;
  for (const mark of marks) {
    const distance = Math.hypot(frame.x(mark.x) - at.x, frame.y(mark.y) - at.y);
    if (distance > least) continue;
    least = distance;
    nearest = mark;
  }
  return nearest;
}

/** A place on the plot as data coordinates inside its window. */
export function valueAt(
  frame: PlotFrame,
  at: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const inside = (value: number, [a = value, b = value]: readonly number[]): number =>
    Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));
  return {
    x: inside(frame.x.invert(at.x), frame.x.domain()),
    y: inside(frame.y.invert(at.y), frame.y.domain()),
  };
}
