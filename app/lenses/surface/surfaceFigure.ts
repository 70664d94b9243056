import type {
  ArrowNote,
  AxisSpec,
  ContourTrace,
  FigureSpec,
  ScatterTrace,
} from '../../charts/figure/spec.ts';
import { mix } from '../../charts/figure/colours.ts';
import type { SurfaceModel } from '../../../workers/protocol.ts';
import type { Ink } from '../../charts/ink.ts';
import type { AxisName } from './axisNames.ts';
import { coordinate, rowsOf, SIDE } from './grid.ts';
import type { Levels } from './levels.ts';
import { modelStyles } from './modelStyles.ts';
import type { SurfacePicture } from './surfaceFollower.ts';

/** Everything that a figure of the plane is drawn from. */
export interface SurfaceView {
  readonly picture: SurfacePicture;
  readonly names: readonly [AxisName, AxisName];
  readonly levels: Levels;
  readonly ink: Ink;
}

/** Share of ink in the colour of the highest error. */
const DARKEST = 0.42;

export const ramp = ({ card, ink3 }: Ink): [number, string][] => [
  [0, mix(card, ink3, 0)],
  [1, mix(card, ink3, DARKEST)],
];

/** The places of a picture along an axis. */
function placesOf({ question: { span }, stride }: SurfacePicture, { middle }: AxisName): number[] {
  return Array.from({ length: (SIDE - 1) / stride + 1 }, (_, k) => middle + coordinate(k * stride, span));
}

/** As many contours below the lowest error as above it: models may go there. */
const contoursOf = ({ low, high, first, step }: Levels) => ({
  start: first - step * Math.floor((high - low) / step),
  end: high,
  size: step,
});

/** Filled contours of the error, or of what a model believes it to be. */
export function filled(view: SurfaceView, values: Float64Array, isModel: boolean): ContourTrace {
  const { picture, names, levels, ink } = view;
  return {
    type: 'contour',
    x: placesOf(picture, names[0]),
    y: placesOf(picture, names[1]),
    z: rowsOf(values, picture.stride),
    hovertemplate: 'E %{z:.5g}<extra></extra>',
    hoverongaps: false,
    zmin: levels.low,
    zmax: levels.high,
    colorscale: ramp(ink),
    autocontour: false,
    contours: { ...contoursOf(levels), coloring: 'fill' },
    line: { color: ink.ink3, width: 0.6, smoothing: 1 },
    showlegend: false,
    showscale: !isModel,
    colorbar: {
      thickness: 10,
      outlinewidth: 0,
      len: 1,
      title: { text: 'E', side: 'top' },
    },
  };
}

/** Contours of a model at the same heights, as lines alone. */
function lines({ picture, names, levels, ink }: SurfaceView, model: SurfaceModel): ContourTrace {
  const { colour, dash } = modelStyles[model];
  return {
    type: 'contour',
    x: placesOf(picture, names[0]),
    y: placesOf(picture, names[1]),
    z: rowsOf(picture.believed[model], picture.stride),
    autocontour: false,
    contours: { ...contoursOf(levels), coloring: 'none' },
    line: { color: ink[colour], width: model === 'diagonal' ? 2 : 1.6, dash, smoothing: 1 },
    hoverinfo: 'skip',
    showlegend: false,
    showscale: false,
  };
}

/** w, and the lowest points of models that have one within the plane. */
export function marks(
  { picture: { plane, question }, names: [p, q], ink }: SurfaceView,
  models: readonly SurfaceModel[],
  size: number,
): ScatterTrace {
  const points = models.flatMap((model) => {
    const at = plane.models[model].minimum?.at;
    const inside = at !== undefined && Math.max(...at.map(Math.abs)) <= question.span;
    return inside ? [{ ...modelStyles[model], at, text: `lowest point of ${modelStyles[model].label}` }] : [];
  });
  const here = { at: [0, 0] as const, mark: 'x-thin' as const, text: 'w: the present weights' };
  return {
    type: 'scatter',
    mode: 'markers',
    x: [...points, here].map(({ at: [s] }) => p.middle + s),
    y: [...points, here].map(({ at: [, t] }) => q.middle + t),
    text: [...points, here].map(({ text }) => text),
    hovertemplate: '%{text}<extra></extra>',
    cliponaxis: false,
    showlegend: false,
    marker: {
      symbol: [...points.map(({ mark }) => mark), here.mark],
      size: [...points.map(() => size), size + 2],
      color: [...points.map(({ colour }) => ink[colour]), ink.ink],
      line: {
        width: [...points.map(() => 1.5), 2.5],
        color: [...points.map(() => ink.card), ink.ink],
      },
    },
  };
}

/** Length of the gradient's arrow, as a share of the span. */
const ARROW = 0.3;

/** From w along −∇E within the plane; nothing where it vanishes. */
function arrow({ picture: { plane, question }, names: [p, q], ink }: SurfaceView): ArrowNote[] {
  const [gs, gt] = plane.slope;
  const size = Math.hypot(gs, gt);
  if (!(size > 0)) return [];
  const length = (ARROW * question.span) / size;
  return [
    {
      x: p.middle - length * gs,
      y: q.middle - length * gt,
      ax: p.middle,
      ay: q.middle,
      xref: 'x',
      yref: 'y',
      axref: 'x',
      ayref: 'y',
      text: '',
      showarrow: true,
      arrowhead: 2,
      arrowsize: 1.1,
      arrowwidth: 2,
      arrowcolor: ink.ink,
    },
  ];
}

const axisOf = ({ middle }: AxisName, span: number, more: AxisSpec): AxisSpec => ({
  range: [middle - span, middle + span],
  constrain: 'domain',
  showgrid: false,
  zeroline: false,
  ticks: 'outside',
  ticklen: 4,
  nticks: 6,
  ...more,
});

/** The error as a surface, and on it the lines of the models that are chosen. */
export function mainFigure(view: SurfaceView, models: readonly SurfaceModel[]): FigureSpec {
  const { picture, names } = view;
  const { span } = picture.question;
  return {
    traces: [
      filled(view, picture.errors, false),
      ...models.map((model) => lines(view, model)),
      marks(view, models, 10),
    ],
    layout: {
      margin: { l: 56, r: 8, t: 22, b: 48 },
      showlegend: false,
      hovermode: 'closest',
      annotations: arrow(view),
      xaxis: axisOf(names[0], span, { title: { text: names[0].html, standoff: 8, font: { size: 12 } } }),
      yaxis: axisOf(names[1], span, {
        title: { text: names[1].html, standoff: 6, font: { size: 12 } },
        scaleanchor: 'x',
      }),
    },
  };
}

/** One model's own surface, small, in the same colours. */
export function smallFigure(view: SurfaceView, model: SurfaceModel): FigureSpec {
  const { picture, names } = view;
  const { span } = picture.question;
  const bare: AxisSpec = { showticklabels: false, ticks: '', fixedrange: true };
  return {
    traces: [filled(view, picture.believed[model], true), marks(view, [model], 8)],
    layout: {
      margin: { l: 2, r: 2, t: 2, b: 2 },
      showlegend: false,
      hovermode: 'closest',
      dragmode: false,
      xaxis: axisOf(names[0], span, bare),
      yaxis: axisOf(names[1], span, { ...bare, scaleanchor: 'x' }),
    },
  };
}
