import type { Colouring, Mark } from './plotData.ts';
import type { PlotFrame } from './plotFrame.ts';

/** Outlines around (x, y) of about the same area as a circle of radius r. */
export const outlines = {
  circle: (x: number, y: number, r: number) =>
    `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
  square: (x: number, y: number, r: number) => {
    const side = 1.8 * r;
    return `M${x - side / 2},${y - side / 2}h${side}v${side}h${-side}Z`;
  },
  triangle: (x: number, y: number, r: number) => `M${x},${y - 1.5 * r}l${1.35 * r},${2.3 * r}h${-2.7 * r}Z`,
  diamond: (x: number, y: number, r: number) => {
    const half = 1.3 * r;
    return `M${x},${y - half}l${half},${half}l${-half},${half}l${-half},${-half}Z`;
  },
  cross: (x: number, y: number, r: number) => {
    const arm = 1.3 * r;
    const thin = 0.42 * r;
    return (
      `M${x - arm},${y - thin}H${x - thin}V${y - arm}H${x + thin}V${y - thin}H${x + arm}` +
      `V${y + thin}H${x + thin}V${y + arm}H${x - thin}V${y + thin}H${x - arm}Z`
    );
  },
};

export type MarkShape = keyof typeof outlines;

export const markShapes = Object.keys(outlines) as readonly MarkShape[];

/** Classes and series differ in shape as well as colour. */
export const shapeOf = (colouring: Colouring, group: number): MarkShape =>
  colouring.kind === 'values' ? 'circle' : (markShapes[group % markShapes.length] ?? 'circle');

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** The outline of one mark on the plot. */
export const markOutline = (mark: Mark, colouring: Colouring, frame: PlotFrame, radius: number): string =>
  outlines[shapeOf(colouring, mark.group)](hundredth(frame.x(mark.x)), hundredth(frame.y(mark.y)), radius);

/** One path for each group, so that a few elements draw thousands of marks. */
export function markPaths(
  marks: readonly Mark[],
  colouring: Colouring,
  frame: PlotFrame,
  radius: number,
): readonly { readonly group: number; readonly d: string }[] {
  const paths = new Map<number, string[]>();
  for (const mark of marks) {
    const outline = markOutline(mark, colouring, frame, radius);
    const path = paths.get(mark.group);
    if (path === undefined) paths.set(mark.group, [outline]);
    else path.push(outline);
  }
  return [...paths].map(([group, outlinesOfGroup]) => ({ group, d: outlinesOfGroup.join('') }));
}
