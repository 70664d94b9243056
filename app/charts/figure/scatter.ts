import { area, line } from 'd3-shape';
import type { Box, Frame, FrameAxis, FrameY } from './frame.ts';
import { markerPaths, type Point } from './markers.ts';
import { px, type ScenePath } from './scene.ts';
import type { Dash, LineStyle, ScatterTrace } from './spec.ts';

/** Strokes and gaps in pixels, for lines about 2 wide. */
const dashes: Readonly<Record<Dash, string>> = {
  solid: '',
  dash: '7 5',
  dot: '2 3',
  dashdot: '7 4 2 4',
  longdash: '12 6',
  longdashdot: '12 5 2 5',
};

export const strokeOf = ({ color = 'currentColor', width = 2, dash = 'solid' }: LineStyle) => ({
  stroke: color,
  width,
  ...(dash === 'solid' ? {} : { dashes: dashes[dash] }),
});

export const yOf = ({ y, y2 }: Frame, { yaxis }: ScatterTrace): FrameY => (yaxis === 'y2' ? (y2 ?? y) : y);

/** All points of a trace in pixels; NaN where there is none. */
export function pointsOf(frame: Frame, trace: ScatterTrace): readonly Point[] {
  const upright: FrameAxis = yOf(frame, trace);
  return Array.from({ length: trace.x.length }, (_, at) => ({
    x: frame.x.pixel(trace.x[at]),
    y: upright.pixel(trace.y[at]),
    at,
  }));
}

const isThere = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

const NEARLY = 0.5;
export const isIn = ({ left, right, top, bottom }: Box, { x, y }: Pick<Point, 'x' | 'y'>): boolean =>
  x >= left - NEARLY && x <= right + NEARLY && y >= top - NEARLY && y <= bottom + NEARLY;

const curve = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
)
  .defined(isThere)
  .digits(2);

function fillOf(trace: ScatterTrace, points: readonly Point[], before: readonly Point[]): string {
  if (trace.fill === 'toself') return `${curve(points) ?? ''}Z`;
  const between = area<Point>()
    .defined((point) => isThere(point) && isThere(before[point.at] ?? point))
    .x(({ x }) => x)
    .y0(({ at, y }) => before[at]?.y ?? y)
    .y1(({ y }) => y)
    .digits(2);
  return between(points) ?? '';
}

/** Upright bars of ± the error, with short ends. */
function barsOf(trace: ScatterTrace, points: readonly Point[], upright: FrameAxis): readonly ScenePath[] {
  const { error_y: bars, y } = trace;
  if (bars === undefined) return [];
  const d = points
    .filter(isThere)
    .map(({ x, at }) => {
      const error = bars.array[at] ?? 0;
      const [from, to] = [upright.pixel((y[at] ?? NaN) - error), upright.pixel((y[at] ?? NaN) + error)];
      const [west, east] = [px(x - bars.width), px(x + bars.width)];
      return Number.isFinite(from) && Number.isFinite(to)
        ? `M${px(x)},${px(from)}V${px(to)}M${west},${px(from)}H${east}M${west},${px(to)}H${east}`
        : '';
    })
    .join('');
  return [{ d, stroke: bars.color, width: bars.thickness }];
}

/** Fill, line, error bars and marks of a trace; `before`: the points of the trace before it. */
export function scatterPaths(
  frame: Frame,
  trace: ScatterTrace,
  points: readonly Point[],
  before: readonly Point[],
): readonly ScenePath[] {
  const { mode, fill, fillcolor = 'none', line: style = {}, marker = {} } = trace;
  const upright = yOf(frame, trace);
  const { box } = upright;
  const paths: ScenePath[] = [];
  if (fill !== undefined) paths.push({ d: fillOf(trace, points, before), fill: fillcolor, within: box });
  if (mode !== 'markers' && style.width !== 0)
    paths.push({ d: curve(points) ?? '', ...strokeOf(style), within: box });
  paths.push(...barsOf(trace, points, upright).map((bar) => ({ ...bar, within: box })));
  if (mode !== 'lines')
    paths.push(
      ...markerPaths(
        marker,
        points.filter((point) => isThere(point) && isIn(box, point)),
      ),
    );
  const { opacity = 1 } = trace;
  return paths
    .filter(({ d }) => d !== '')
    .map((path) => (opacity === 1 ? path : { ...path, opacity: opacity * (path.opacity ?? 1) }));
}
