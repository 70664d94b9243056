import type { FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle, symbols } from '../differences/seriesColours.ts';
import type { GrowthFit } from './fits.ts';

const curve = ({ label, points }: GrowthFit, k: number, colours: readonly string[]): ScatterTrace => ({
  type: 'scatter',
  mode: 'lines+markers',
  name: label,
  legendgroup: label,
  x: points.map(({ W }) => W),
  y: points.map(({ milliseconds }) => milliseconds),
  line: { color: cycle(colours, k), width: 1.5 },
  marker: { color: cycle(colours, k), size: 7, symbol: cycle(symbols, k) },
  hovertemplate: `${label}, W = %{x}<br>%{y:.3~g} ms<extra></extra>`,
});

/** The fitted power law over the sizes it was fitted on. */
function fitted({ label, time }: GrowthFit, k: number, colours: readonly string[]): readonly ScatterTrace[] {
  if (time === null) return [];
  const { from, to, factor, power } = time;
  return [
    {
      type: 'scatter',
      mode: 'lines',
      showlegend: false,
      legendgroup: label,
      x: [from, to],
      y: [from, to].map((W) => factor * W ** power),
      line: { color: cycle(colours, k), width: 6 },
      opacity: 0.25,
      hoverinfo: 'skip',
    },
  ];
}

/** Times over W, both logarithmic: a power law is a straight line. */
export function growthFigure(fits: readonly GrowthFit[], colours: readonly string[]): FigureSpec {
  return {
    traces: fits.flatMap((fit, k) =>
      fit.points.length === 0 ? [] : [...fitted(fit, k, colours), curve(fit, k, colours)],
    ),
    layout: {
      xaxis: {
        type: 'log',
        title: { text: 'parameters W', standoff: 8 },
        tickvals: [30, 60, 120, 250, 500, 1000, 2000, 4000],
        zeroline: false,
      },
      yaxis: { type: 'log', title: { text: 'milliseconds', standoff: 8 }, dtick: 1, zeroline: false },
      hovermode: 'closest',
      uirevision: 'growth',
      margin: { l: 60, r: 14, t: 10, b: 44 },
    },
  };
}

/** The figure in one sentence. */
export function growthSentence(fits: readonly GrowthFit[]): string {
  const powers = fits.flatMap(({ label, time }) =>
    time === null ? [] : [`${label} like W to the ${formatNumber(time.power, 2)}`],
  );
  return powers.length === 0 ? 'Times over W.' : `Times over W grow: ${powers.join(', ')}.`;
}
