import type { AxisSpec, ContourTrace, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import { mix } from '../../charts/figure/colours.ts';
import type { Batch } from '../../../engine/experiment/problem.ts';
import { cycle, symbols } from '../../lenses/differences/seriesColours.ts';
import type { FigureStyle } from './style.ts';

/** One quantity over the plane of two inputs. */
export interface PlaneView extends FigureStyle {
  readonly batch: Batch;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Row by row, the lowest y first. */
  readonly values: readonly number[];
  readonly scale: 'probability' | 'values' | 'deviations';
  /** The class whose patterns are filled; null where targets are no classes. */
  readonly ofClass: number | null;
  readonly name: string;
}

/** Share of colour at the ends: the data must stand out. */
const FULL = 0.75;

const LEVELS = { start: 0.1, end: 0.9, size: 0.1 };

/** Whether pattern n is of the class. */
function isOf({ targets, N }: Batch, ofClass: number, n: number): boolean {
  const K = targets.length / N;
  return (targets[n * K + (K === 1 ? 0 : ofClass)] ?? 0) > 0.5;
}

function dots({ batch, ofClass, ink }: PlaneView): ScatterTrace {
  const { inputs, N } = batch;
  const patterns = Array.from({ length: N }, (_, n) => n);
  const isFilled = patterns.map((n) => ofClass === null || isOf(batch, ofClass, n));
  return {
    type: 'scatter',
    mode: 'markers',
    x: patterns.map((n) => inputs[2 * n] ?? NaN),
    y: patterns.map((n) => inputs[2 * n + 1] ?? NaN),
    marker: {
      size: 6,
      symbol: isFilled.map((filled) => cycle(symbols, filled ? 0 : 2)),
      color: isFilled.map((filled) => (filled ? ink.ink : ink.card)),
      line: { color: isFilled.map((filled) => (filled ? ink.card : ink.ink)), width: 1 },
    },
    hovertemplate: '%{x:.3~g}, %{y:.3~g}<extra></extra>',
  };
}

/** Contours of a quantity over the plane, with the data. */
export function planeFigure(view: PlaneView): FigureSpec {
  const { x, y, values, scale, ink, name } = view;
  const rows = Array.from(y, (_, row) => values.slice(row * x.length, (row + 1) * x.length));
  const isProbability = scale === 'probability';
  const contour: ContourTrace = {
    type: 'contour',
    x: Array.from(x),
    y: Array.from(y),
    z: rows,
    ...(isProbability ? { zmin: 0, zmax: 1, autocontour: false, contours: LEVELS } : { ncontours: 10 }),
    ...(isProbability
      ? {
          colorscale: [
            [0, mix(ink.card, ink.negative, FULL)],
            [0.5, ink.card],
            [1, mix(ink.card, ink.positive, FULL)],
          ],
        }
      : {
          colorscale: [
            [0, ink.card],
            [1, mix(ink.card, ink.accent, FULL)],
          ],
        }),
    line: { color: ink.ink3, width: 0.6, smoothing: 1 },
    colorbar: { thickness: 8, outlinewidth: 0, len: 1, ...(isProbability ? { tickvals: [0, 0.5, 1] } : {}) },
    hovertemplate: `%{x:.3~g}, %{y:.3~g}: %{z:.3~g}<extra>${name}</extra>`,
  };
  const half: ContourTrace = {
    ...contour,
    autocontour: false,
    contours: { start: 0.5, end: 0.5, size: 1, coloring: 'none' },
    line: { color: ink.ink, width: 2 },
    hoverinfo: 'skip',
    showscale: false,
  };
  const axis: AxisSpec = { showgrid: false, zeroline: false, constrain: 'domain' };
  return {
    traces: [contour, ...(isProbability ? [half] : []), dots(view)],
    layout: {
      xaxis: { ...axis, title: { text: 'x₁', standoff: 4 } },
      yaxis: { ...axis, title: { text: 'x₂', standoff: 4 } },
      showlegend: false,
      hovermode: 'closest',
      margin: { l: 46, r: 4, t: 8, b: 40 },
    },
  };
}
