import type { AxisSpec, ContourTrace, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import { racerOf } from '../../../engine/uses/race/index.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { weightHtml } from '../../lenses/surface/axisNames.ts';
import { levelsOf } from '../../lenses/surface/levels.ts';
import { ramp } from '../../lenses/surface/surfaceFigure.ts';
import { placeAt } from './racePlane.ts';
import type { RaceStyle } from './raceFigure.ts';
import { errorAfter } from './raceRun.ts';
import { colourOf, markOf } from './raceStyle.ts';
import type { PathPicture } from './useRacePlane.ts';

/** Where the axes of a picture begin, and what they are called. */
function axesOf({ request: { through, start }, problem: { network } }: PathPicture) {
  if ('goal' in through)
    return { s0: 0, t0: 0, names: ['from the start to the best end', 'across: where paths spread most'] };
  const topology = topologyOf(network);
  const [first, second] = through.weights;
  return {
    s0: start[first] ?? 0,
    t0: start[second] ?? 0,
    names: [weightHtml(topology, first), weightHtml(topology, second)],
  };
}

/** From so many times the lowest error up contours go by its logarithm: the valley would be one colour else. */
const STEEP = 20;

/** Contours of the error, null where every one overflows. */
function surface(picture: PathPicture, { ink }: RaceStyle, s0: number, t0: number): ContourTrace | null {
  const { errors, window } = picture;
  const { side } = window;
  const finite = errors.filter(Number.isFinite);
  const lowest = Math.min(...finite);
  const isLog = lowest > 0 && Math.max(...finite) > STEEP * lowest;
  const heightOf = (error: number): number | null => {
    if (!Number.isFinite(error)) return null;
    return isLog ? Math.log10(error) : error;
  };
  const rows = Array.from({ length: side }, (_, row) =>
    Array.from(errors.subarray(row * side, (row + 1) * side)),
  );
  const z = rows.map((row) => row.map(heightOf));
  const levels = levelsOf(z);
  if (levels === null) return null;
  const { low, high, first, step } = levels;
  const ticks = Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, k) => first + k * step);
  return {
    type: 'contour',
    x: Array.from({ length: side }, (_, k) => s0 + placeAt(window.s, side, k)),
    y: Array.from({ length: side }, (_, k) => t0 + placeAt(window.t, side, k)),
    z,
    zmin: low,
    zmax: high,
    colorscale: ramp(ink),
    autocontour: false,
    contours: { start: first, end: high, size: step, coloring: 'fill' },
    line: { color: ink.ink3, width: 0.6, smoothing: 1 },
    text: rows.map((row) => row.map((error) => formatNumber(error, 4))),
    hovertemplate: 'E %{text}<extra></extra>',
    hoverongaps: false,
    showscale: true,
    colorbar: {
      thickness: 10,
      outlinewidth: 0,
      len: 1,
      title: { text: 'E', side: 'top' },
      tickmode: 'array',
      tickvals: ticks,
      ticktext: ticks.map((tick) => formatNumber(isLog ? 10 ** tick : tick, 2)),
    },
  };
}

/** Every path over the error. */
export function pathFigure(picture: PathPicture, style: RaceStyle): FigureSpec {
  const { s0, t0, names } = axesOf(picture);
  const { colours, ink } = style;
  const { window } = picture;
  const paths = picture.runs.flatMap((run, k): readonly ScatterTrace[] => {
    const shadow = picture.plane.shadows[k];
    if (shadow === undefined) return [];
    const color = colourOf(colours, run.id);
    const x = Array.from(shadow.s, (s) => s0 + s);
    const y = Array.from(shadow.t, (t) => t0 + t);
    const text = run.noted.map((step) => `step ${step}, E ${formatNumber(errorAfter(run, step), 3)}`);
    const hovertemplate = `${racerOf(run.id).label}<br>%{text}<extra></extra>`;
    const line = { color, width: 1.8 };
    const small = { color, size: 3.5 };
    return [
      { type: 'scatter', mode: 'lines+markers', x, y, text, hovertemplate, line, marker: small },
      {
        type: 'scatter',
        mode: 'markers',
        x: x.slice(-1),
        y: y.slice(-1),
        text: text.slice(-1),
        hovertemplate,
        marker: { color, size: 10, symbol: markOf(run.id), line: { color: ink.card, width: 1.2 } },
      },
    ];
  });
  const start: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    x: [s0],
    y: [t0],
    hovertemplate: 'start<extra></extra>',
    marker: { symbol: 'x-thin', size: 12, color: ink.ink, line: { width: 2.5, color: ink.ink } },
  };
  const base = surface(picture, style, s0, t0);
  const axis = (range: readonly [number, number], from: number, title: string | undefined): AxisSpec => ({
    range: range.map((end) => from + end),
    constrain: 'domain',
    showgrid: false,
    zeroline: false,
    ticks: 'outside',
    ticklen: 4,
    nticks: 6,
    title: { text: title, standoff: 8, font: { size: 12 } },
  });
  return {
    traces: [...(base === null ? [] : [base]), ...paths, start],
    layout: {
      showlegend: false,
      hovermode: 'closest',
      margin: { l: 56, r: 8, t: 22, b: 48 },
      xaxis: axis(window.s, s0, names[0]),
      yaxis: { ...axis(window.t, t0, names[1]), scaleanchor: 'x' },
    },
  };
}

/** How far the ends of the paths are from the plane they are drawn in, as a sentence; null where the plane is all. */
export function offWords({ runs, plane, problem }: PathPicture): string | null {
  if (problem.parameters.length === 2) return null;
  const far = runs.flatMap((run, k) => {
    const shadow = plane.shadows[k];
    const [s, t, off] = [shadow?.s.at(-1), shadow?.t.at(-1), shadow?.off.at(-1)];
    if (s === undefined || t === undefined || off === undefined) return [];
    return off > 0.05 * Math.hypot(s, t, off) ? [`${racerOf(run.id).label} ${formatNumber(off, 2)}`] : [];
  });
  const shadows =
    'The weights have more directions than two: what is drawn are the shadows of the paths, and the contours are those of E in the plane itself.';
  return far.length === 0 ? shadows : `${shadows} Distances of the ends from it: ${far.join(', ')}.`;
}
