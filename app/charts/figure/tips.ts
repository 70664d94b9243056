import { format } from 'd3-format';
import type { FigurePoint } from '../figureProps.ts';
import type { Frame } from './frame.ts';
import type { Point } from './markers.ts';
import { isIn } from './scatter.ts';
import type { ContourTrace, FigureLayout, ScatterTrace, Trace } from './spec.ts';

/** A trace with its points in pixels; a surface has none. */
export interface Series {
  readonly trace: Trace;
  /** Its place among the traces. */
  readonly index: number;
  readonly points: readonly Point[];
}

/** What the pointer is at. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  /** With `<sub>` and `<sup>`. */
  readonly lines: readonly string[];
  /** The point, unless it is a surface. */
  readonly point: FigurePoint | null;
}

/** How near the pointer must come to a point, in pixels; read across, the nearest is taken. */
const REACH = 28;
const DEFAULT_FORMAT = '.4~g';

type Fields = Readonly<Record<string, string | number | null | undefined>>;

const fieldText = (value: string | number | null | undefined, spec: string): string =>
  typeof value === 'number' ? format(spec)(value) : (value ?? '');

/** A tip's lines; `%{x:.3g}` stands for a field. */
export function filledTemplate(template: string, fields: Fields): readonly string[] {
  const extra = /<extra>(.*)<\/extra>/.exec(template)?.[1] ?? '';
  const text = template
    .replace(/<extra>.*<\/extra>/, '')
    .replace(/%\{(\w+)(?::([^}]+))?\}/g, (_, name: string, spec = DEFAULT_FORMAT) =>
      fieldText(fields[name], String(spec)),
    );
  return [...(extra === '' ? [] : [extra]), ...text.split('<br>')];
}

const fieldsOf = (trace: ScatterTrace, at: number): Fields => ({
  x: trace.x[at],
  y: trace.y[at],
  text: trace.text?.[at],
});

function linesOf(trace: ScatterTrace, at: number): readonly string[] {
  const { hovertemplate, hoverinfo, name, text } = trace;
  const fields = fieldsOf(trace, at);
  if (hovertemplate !== undefined) return filledTemplate(hovertemplate, fields);
  if (hoverinfo === 'text') return filledTemplate(String(text?.[at] ?? ''), fields);
  const place = filledTemplate('%{x}, %{y}', fields);
  return name === undefined ? place : [name, ...place];
}

const isShown = ({ trace }: Series): boolean => trace.hoverinfo !== 'skip';

interface Found {
  readonly series: Series;
  readonly trace: ScatterTrace;
  readonly point: Point;
  readonly distance: number;
}

/** The nearest point of a series by the distance given; the later of two as near is drawn above. */
function nearestIn(
  series: Series,
  frame: Frame,
  distanceTo: (point: Point) => number,
  reach: number,
): Found | null {
  const { trace, points } = series;
  if (trace.type !== 'scatter') return null;
  let found: Found | null = null;
  for (const point of points) {
    const distance = distanceTo(point);
    if (distance <= (found?.distance ?? reach) && isIn(frame.plot, point))
      found = { series, trace, point, distance };
  }
  return found;
}

const tipAt = ({ series, trace, point: { x, y, at } }: Found, lines: readonly string[]): Tip => ({
  x,
  y,
  lines,
  point: { trace: series.index, point: at, x: trace.x[at] ?? NaN, y: trace.y[at] ?? NaN },
});

function surfaceTip(trace: ContourTrace, frame: Frame, x: number, y: number): Tip | null {
  const { hovertemplate } = trace;
  if (hovertemplate === undefined || trace.hoverinfo === 'skip' || !isIn(frame.plot, { x, y })) return null;
  const cellOf = (values: readonly number[], pixel: (value: number) => number, at: number): number => {
    const [first, second] = [pixel(values[0] ?? NaN), pixel(values[1] ?? NaN)];
    return Math.max(0, Math.min(values.length - 1, Math.round((at - first) / (second - first))));
  };
  const [column, row] = [cellOf(trace.x, frame.x.pixel, x), cellOf(trace.y, frame.y.pixel, y)];
  const z = trace.z[row]?.[column];
  if (z === null || z === undefined) return null;
  const text = trace.text?.[row]?.[column];
  const lines = filledTemplate(hovertemplate, { x: trace.x[column], y: trace.y[row], z, text });
  return { x, y, lines, point: null };
}

/** What to say at a place of the figure; null: nothing is near. */
export function tipOf(
  frame: Frame,
  all: readonly Series[],
  hovermode: FigureLayout['hovermode'],
  x: number,
  y: number,
): Tip | null {
  const series = all.filter(isShown);
  const isAcross = hovermode === 'x';
  const distance = (point: Point): number =>
    isAcross ? Math.abs(point.x - x) : Math.hypot(point.x - x, point.y - y);
  const found = series.flatMap((one) => nearestIn(one, frame, distance, isAcross ? Infinity : REACH) ?? []);
  const nearest = found.reduce<Found | null>(
    (best, one) => (best === null || one.distance <= best.distance ? one : best),
    null,
  );
  if (nearest === null) {
    const surface = series.find(({ trace }) => trace.type === 'contour')?.trace;
    return surface?.type === 'contour' ? surfaceTip(surface, frame, x, y) : null;
  }
  if (!isAcross) return tipAt(nearest, linesOf(nearest.trace, nearest.point.at));
  const abreast = found.filter(({ point }) => Math.abs(point.x - nearest.point.x) < 0.5);
  const title = nearest.trace.x[nearest.point.at];
  const heading = filledTemplate(`${frame.x.spec.title?.text ?? ''} %{x}`, { x: title });
  return tipAt(nearest, [...heading, ...abreast.flatMap(({ trace, point }) => linesOf(trace, point.at))]);
}
