import type { AxisSpec, FigureSpec, ScatterTrace, ShapeSpec } from '../../charts/figure/spec.ts';
import type { TrainingSpec } from '../../../engine/experiment/document.ts';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { Moment } from '../../../workers/protocol.ts';
import type { Ink } from '../../charts/ink.ts';
import { cycle, symbols } from '../differences/seriesColours.ts';
import type { Series } from './series.ts';

/** A point of the run with what is known of it. */
export interface MomentAt {
  readonly step: number;
  readonly moment: Moment | null;
}

export interface TimelineStyle {
  readonly ink: Ink;
  readonly colours: readonly string[];
}

type FigureName = LensSettings['timeline']['figure'];

/** Which of plotly's axes a curve belongs to. */
const axisOf: Record<Series['axis'], 'y' | 'y2'> = { share: 'y', largest: 'y', smallest: 'y2' };

const plotted = (value: number, logarithmic: boolean): number | null =>
  Number.isFinite(value) && (!logarithmic || value > 0) ? value : null;

function trace(series: Series, k: number, points: readonly MomentAt[], style: TimelineStyle): ScatterTrace {
  const { label, colour, dashed, wide, axis, value } = series;
  const color = colour === null ? style.ink.ink : cycle(style.colours, colour);
  const known = points.flatMap(({ step, moment }) => (moment === null ? [] : [{ step, y: value(moment) }]));
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: label,
    x: known.map(({ step }) => step),
    y: known.map(({ y }) => plotted(y, axis !== 'smallest')),
    yaxis: axisOf[axis],
    opacity: wide === true ? 0.5 : 1,
    line: { color, width: wide === true ? 7 : 1.5, dash: dashed === true ? 'dash' : 'solid' },
    marker: { color, size: wide === true ? 1 : 4, symbol: cycle(symbols, k) },
    hovertemplate: `${label} %{y:.3~g}<extra></extra>`,
  };
}

/** E over the steps, on an axis of its own. */
function errorTrace({ curve: { stride, errors } }: TrainingSpec, { ink }: TimelineStyle): ScatterTrace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'error E (right)',
    x: errors.map((_, k) => k * stride),
    y: errors.map((error) => plotted(error, true)),
    yaxis: 'y2',
    line: { color: ink.ink3, width: 1.5, dash: 'dot' },
    hovertemplate: 'error E %{y:.4~g}<extra></extra>',
  };
}

/** Where the document stands. */
const hereLine = (step: number, { ink }: TimelineStyle): ShapeSpec => ({
  type: 'line',
  x0: step,
  x1: step,
  yref: 'paper',
  y0: 0,
  y1: 1,
  line: { color: ink.accent, width: 1.5 },
});

const titled = (text: string): AxisSpec => ({ title: { text, standoff: 8 }, zeroline: false });

/** Between the smallest and the largest of the values that have a logarithm. */
function decadesOf(values: readonly number[]): number {
  const seen = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  return Math.max(...seen) - Math.min(...seen);
}

/** Powers of ten where there are some to see; 1, 2 and 5 between, with all their digits, where there are not. */
function logarithmic(values: readonly number[]): AxisSpec {
  const decades = decadesOf(values);
  return {
    type: 'log',
    ...(decades >= 2 ? { dtick: 1 } : { dtick: decades < 0.7 ? 'D1' : 'D2', tickformat: '~g' }),
  };
}

type Values = Readonly<Record<'left' | 'right', readonly number[]>>;

const axes: Record<
  FigureName,
  (
    ink: Ink,
    values: Values,
  ) => { readonly xaxis?: AxisSpec; readonly yaxis: AxisSpec; readonly yaxis2: AxisSpec }
> = {
  errors: (_ink, { left, right }) => ({
    yaxis: { ...titled('relative to H'), ...logarithmic(left) },
    yaxis2: {
      ...titled('error E'),
      ...logarithmic(right),
      overlaying: 'y',
      side: 'right',
      showgrid: false,
      automargin: true,
      exponentformat: 'power',
    },
  }),
  eigenvalues: ({ hairline, ink3 }, { left }) => ({
    xaxis: { anchor: 'y2' },
    yaxis: { ...titled('largest'), ...(decadesOf(left) < 1 ? {} : logarithmic(left)), domain: [0.54, 1] },
    yaxis2: {
      ...titled('smallest'),
      domain: [0, 0.46],
      anchor: 'x',
      gridcolor: hairline,
      zeroline: true,
      zerolinecolor: ink3,
      automargin: true,
      exponentformat: 'power',
    },
  }),
};

/** Of so few steps every one has its tick; left alone, plotly.js would set halves. */
const FEW_STEPS = 8;
const wholeSteps = (points: readonly MomentAt[]) =>
  (points.at(-1)?.step ?? 0) <= FEW_STEPS ? { dtick: 1 } : {};

/** What is drawn over the steps of training: errors with E beside them, or eigenvalues, with a line at the present step. */
export function timelineFigure(
  figure: FigureName,
  series: readonly Series[],
  points: readonly MomentAt[],
  training: TrainingSpec,
  style: TimelineStyle,
): FigureSpec {
  const left = series
    .filter(({ axis }) => axis !== 'smallest')
    .flatMap(({ value }) => points.flatMap(({ moment }) => (moment === null ? [] : [value(moment)])));
  const values = { left, right: training.curve.errors };
  const traces = series.map((entry, k) => trace(entry, k, points, style));
  const { xaxis, ...rest } = axes[figure](style.ink, values);
  return {
    traces: figure === 'errors' ? [...traces, errorTrace(training, style)] : traces,
    layout: {
      ...rest,
      xaxis: { ...titled('training step'), rangemode: 'tozero', ...wholeSteps(points), ...xaxis },
      shapes: [hereLine(training.step, style)],
      hovermode: 'x',
      uirevision: figure,
      margin: { l: 60, r: figure === 'errors' ? 60 : 14, t: 10, b: 44 },
    },
  };
}
