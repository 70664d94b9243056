import type {
  FigureLayout,
  FigureSpec,
  LineStyle,
  ScatterTrace,
  TextNote,
} from '../../charts/figure/spec.ts';
import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';
import type { Ink } from '../../charts/ink.ts';
import { cycle, symbols } from '../../lenses/differences/seriesColours.ts';
import { type EstimateId, estimateIds, estimates, sizeOf } from './estimates.ts';

interface Style {
  readonly colours: readonly string[];
  readonly ink: Ink;
}

const positive = (value: number): number | null => (value > 0 && Number.isFinite(value) ? value : null);

/** How fast the standard errors should fall: through those of the last point, √(S_last/S) higher before. */
function guide(
  replies: readonly PerturbationReply[],
  id: EstimateId,
  color: string,
): readonly { x: readonly number[]; y: readonly number[]; line: LineStyle }[] {
  const last = replies.at(-1);
  const first = replies[0];
  if (last === undefined || first === undefined || replies.length < 2) return [];
  const at = last.distances[id].expected;
  const ends = [first.samples, last.samples];
  return [
    {
      x: ends,
      y: ends.map((S) => at * Math.sqrt(last.samples / S)),
      line: { color, width: 1, dash: 'dash' },
    },
  ];
}

const layoutOf = (x: string, y: string): FigureLayout => ({
  hovermode: 'closest',
  legend: { orientation: 'h', y: 1.02, yanchor: 'bottom', x: 0 },
  margin: { l: 64, r: 12, t: 64, b: 48 },
  xaxis: { type: 'log', title: { text: x, standoff: 8 }, zeroline: false, exponentformat: 'power' },
  yaxis: { type: 'log', title: { text: y, standoff: 8 }, zeroline: false, exponentformat: 'power' },
});

/** Errors of every estimate against the number of samples or σ; with samples, the slope of 1/√S. */
export function errorsFigure(
  replies: readonly PerturbationReply[],
  against: 'samples' | 'sigma',
  style: Style,
): FigureSpec {
  const { colours, ink } = style;
  const x = replies.map((reply) => reply[against]);
  const sign = against === 'samples' ? 'S' : 'σ';
  const curves = estimateIds.flatMap((id, k): readonly ScatterTrace[] => {
    const color = cycle(colours, k);
    const { label } = estimates[id];
    const curve: ScatterTrace = {
      type: 'scatter',
      mode: 'lines+markers',
      name: label,
      legendgroup: id,
      x,
      y: replies.map(({ distances }) => positive(distances[id].error)),
      line: { color, width: 1.6 },
      marker: { color, size: 6, symbol: cycle(symbols, k) },
      hovertemplate: `${label}<br>${sign} = %{x}: %{y:.2e}<extra></extra>`,
    };
    const slopes = against === 'samples' ? guide(replies, id, color) : [];
    return [
      curve,
      ...slopes.map((line): ScatterTrace => ({
        type: 'scatter',
        mode: 'lines',
        showlegend: false,
        legendgroup: id,
        hoverinfo: 'skip',
        ...line,
      })),
    ];
  });
  const last = replies.at(-1);
  const levels = (['centred', 'product'] as const).map((id): ScatterTrace => ({
    type: 'scatter',
    mode: 'lines',
    showlegend: false,
    x: [x[0], x.at(-1)],
    y: last === undefined ? [] : [sizeOf(last, id), sizeOf(last, id)].map(positive),
    line: { color: ink.ink3, width: 1, dash: 'dot' },
    hovertemplate: `size of ${id === 'product' ? 'Hv' : '∇E'} itself: %{y:.3g}<extra></extra>`,
  }));
  const marks = (['centred', 'product'] as const).flatMap((id): readonly TextNote[] => {
    const size = last === undefined ? 0 : sizeOf(last, id);
    if (!(size > 0)) return [];
    return [
      {
        xref: 'paper',
        // At opposite ends: they may be equally large.
        x: id === 'product' ? 1 : 0,
        xanchor: id === 'product' ? 'right' : 'left',
        y: Math.log10(size),
        yanchor: 'bottom',
        text: id === 'product' ? '|Hv|' : '|∇E|',
        showarrow: false,
        font: { size: 11, color: ink.ink2 },
      },
    ];
  });
  const axis = against === 'samples' ? 'samples S' : 'size σ of the perturbations';
  return {
    traces: [...levels, ...curves],
    layout: { ...layoutOf(axis, 'error, root mean square'), annotations: marks },
  };
}

/** The estimates of every weight with two standard errors, and the truth. */
export function weightsFigure(
  reply: PerturbationReply,
  of: 'gradient' | 'product',
  { colours, ink }: Style,
): FigureSpec {
  const ids: readonly EstimateId[] = of === 'gradient' ? ['centred', 'regressed'] : ['product'];
  const truth = Array.from(reply.truth[of]);
  const series = ids.map((id, k): ScatterTrace => {
    const color = cycle(colours, estimateIds.indexOf(id));
    const { mean, standardError } = reply[id as 'centred' | 'regressed' | 'product'];
    const beside = ids.length === 1 ? 0 : 0.3 * (k - 0.5);
    return {
      type: 'scatter',
      mode: 'markers',
      name: estimates[id].label,
      x: truth.map((_, q) => q + 1 + beside),
      y: Array.from(mean),
      error_y: {
        type: 'data',
        array: Array.from(standardError, (error) => 2 * error),
        color,
        thickness: 1.2,
        width: 3,
      },
      marker: { color, size: 6, symbol: cycle(symbols, estimateIds.indexOf(id)) },
      hovertemplate: `weight %{x:.0f}: %{y:.4g}<extra></extra>`,
    };
  });
  const exact: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    name: of === 'gradient' ? '∇E by backprop' : 'Hv by R{backprop}',
    x: truth.map((_, q) => q + 1),
    y: truth,
    marker: { symbol: 'line-ew', size: 16, line: { color: ink.ink, width: 2 } },
    hovertemplate: 'weight %{x}: %{y:.4g}<extra></extra>',
  };
  return {
    traces: [...series, exact],
    layout: {
      hovermode: 'closest',
      legend: { orientation: 'h', y: 1.02, yanchor: 'bottom', x: 0 },
      margin: { l: 60, r: 12, t: 44, b: 46 },
      xaxis: { title: { text: 'weight', standoff: 8 }, zeroline: false, showgrid: false, nticks: 14 },
      yaxis: {
        title: { text: of === 'gradient' ? '∂E/∂w' : '(Hv)', standoff: 8 },
        zeroline: true,
        zerolinecolor: ink.hairline,
      },
    },
  };
}
