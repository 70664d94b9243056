import type {
  FigureLayout,
  FigureSpec,
  LineStyle,
  ScatterTrace,
  ShapeSpec,
} from '../../charts/figure/spec.ts';
import type { RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import type { Ink } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle, dashes, symbols } from '../../lenses/differences/seriesColours.ts';
import type { Gains } from './useGains.ts';

interface Style {
  readonly colours: readonly string[];
  readonly ink: Ink;
}
type Drawn = FigureSpec;

const circle = (centre: number, radius: number, line: LineStyle, fill: string): ShapeSpec => ({
  type: 'circle',
  layer: 'below',
  x0: centre - radius,
  x1: centre + radius,
  y0: -radius,
  y1: radius,
  line,
  fillcolor: fill,
});

/** Eigenvalues of the Jacobian in the plane, with the disc in which steps of τ return and the line of the flow. */
export function eigenvalueFigure(reply: RecurrentReply, rate: number, { colours, ink }: Style): Drawn {
  const all = reply.patterns.flatMap(({ eigenvalues }) => [...eigenvalues.real, ...eigenvalues.imaginary]);
  const reach = 1.15 * Math.max(1.4, ...all.map(Math.abs).filter(Number.isFinite));
  const traces = reply.patterns.map(({ eigenvalues: { real, imaginary } }, p): ScatterTrace => ({
    type: 'scatter',
    mode: 'markers',
    name: `pattern ${p + 1}`,
    x: Array.from(real),
    y: Array.from(imaginary),
    marker: { color: cycle(colours, p), symbol: cycle(symbols, p), size: 9 },
    hovertemplate: `pattern ${p + 1}<br>λ = %{x:.3f} + %{y:.3f} i<extra></extra>`,
  }));
  const layout: FigureLayout = {
    xaxis: { title: { text: 'Re λ', standoff: 8 }, range: [-reach, reach], zeroline: true },
    yaxis: {
      title: { text: 'Im λ', standoff: 8 },
      range: [-reach, reach],
      scaleanchor: 'x',
      zeroline: true,
    },
    shapes: [
      circle(1 - 1 / rate, 1 / rate, { color: ink.good, width: 1.5 }, 'rgba(0,0,0,0)'),
      circle(0, 1, { color: ink.ink3, width: 1, dash: 'dot' }, 'rgba(0,0,0,0)'),
      {
        type: 'line',
        layer: 'below',
        x0: 1,
        x1: 1,
        yref: 'paper',
        y0: 0,
        y1: 1,
        line: { color: ink.accent, width: 1.5, dash: 'dash' },
      },
    ],
    hovermode: 'closest',
    margin: { l: 52, r: 10, t: 10, b: 48 },
  };
  return { traces, layout };
}

const measures = [
  { of: 'radius', label: 'ρ(J)' },
  { of: 'abscissa', label: 'max Re λ' },
  { of: 'factor', label: 'factor of a step' },
] as const;

/** Runs of gains at which the network does not settle, each reaching half way to its neighbours. */
function failing({ points, threshold }: Gains): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  points.forEach(({ gain, settles }, k) => {
    if (settles) return;
    const last = runs.at(-1);
    const end = points[k + 1]?.settles === true ? (gain + (points[k + 1]?.gain ?? gain)) / 2 : gain;
    if (last !== undefined && points[k - 1]?.settles === false) last[1] = end;
    else runs.push([(gain + (points[k - 1]?.gain ?? gain)) / 2, end]);
  });
  const [first, ...rest] = runs;
  return first === undefined ? [] : [[threshold ?? first[0], first[1]], ...rest];
}

/** The worst of the patterns at every gain; where the network does not settle the ground is tinted. */
export function gainFigure(gains: Gains, gain: number, { colours, ink }: Style): Drawn {
  const { points, top } = gains;
  const traces = measures.map(({ of, label }, k): ScatterTrace => ({
    type: 'scatter',
    mode: 'lines',
    name: label,
    x: points.map((point) => point.gain),
    y: points.map((point) => (Number.isFinite(point[of]) ? point[of] : null)),
    line: { color: cycle(colours, k), width: 2, dash: cycle(dashes, k) },
    hovertemplate: `gain %{x:.2f}<br>${label} %{y:.3f}<extra></extra>`,
  }));
  const vertical = (x: number, color: string): ShapeSpec => ({
    type: 'line',
    x0: x,
    x1: x,
    yref: 'paper',
    y0: 0,
    y1: 1,
    line: { color, width: 1.5 },
  });
  const layout: FigureLayout = {
    xaxis: { title: { text: 'gain', standoff: 8 }, range: [0, top], zeroline: false },
    yaxis: { title: { text: 'at the equilibrium', standoff: 8 }, zeroline: true },
    shapes: [
      ...failing(gains).map(([x0, x1]): ShapeSpec => ({
        type: 'rect',
        layer: 'below',
        ...{ x0, x1, yref: 'paper', y0: 0, y1: 1 },
        line: { width: 0 },
        fillcolor: ink.caution,
        opacity: 0.13,
      })),
      { type: 'line', x0: 0, x1: top, y0: 1, y1: 1, line: { color: ink.ink3, width: 1, dash: 'dash' } },
      vertical(gain, ink.ink2),
    ],
    annotations: [
      {
        x: gain,
        yref: 'paper',
        y: 1,
        text: `gain ${formatNumber(gain, 3)}`,
        showarrow: false,
        xanchor: gain > 0.7 * top ? 'right' : 'left',
        yanchor: 'top',
        xshift: gain > 0.7 * top ? -4 : 4,
        font: { color: ink.ink2, size: 12 },
      },
    ],
    hovermode: 'closest',
    margin: { l: 52, r: 10, t: 10, b: 48 },
  };
  return { traces, layout };
}

/** Where it ceases to settle, and whether it does so again. */
export function gainSentence({ points, threshold, top }: Gains): string {
  const to = formatNumber(top, 3);
  if (threshold === null) return `This network settles at all gains looked at, up to ${to}.`;
  const from = formatNumber(threshold, 4);
  const after = points.filter(({ gain, settles }) => gain > threshold && settles);
  const again = after[0];
  if (threshold === 0) return 'This network does not settle even at gain 0: the weights set by hand suffice.';
  return again === undefined
    ? `This network ceases to settle at a gain of ${from}, and does not settle again up to ${to}.`
    : `This network ceases to settle at a gain of ${from}. At ${formatNumber(again.gain, 3)} it settles again: units that saturate pass disturbances on weakly.`;
}
