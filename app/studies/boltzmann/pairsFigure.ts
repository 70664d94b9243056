import type { FigureLayout, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import type { Ink } from '../../charts/ink.ts';
import { cycle } from '../../lenses/differences/seriesColours.ts';
import { type Quantity, quantities } from './quantities.ts';
import { pairsOf, unitNames } from './unitNames.ts';

/** Sampled points beside each other, in widths of a pair. */
const APART = 0.26;

/** Every pair: the exact value as a short line, the sampled one as a point with ± two standard errors. */
export function pairsFigure(
  quantity: Quantity,
  reply: BoltzmannReply,
  sample: BoltzmannSample | null,
  visible: number,
  { colours, ink }: { readonly colours: readonly string[]; readonly ink: Ink },
): FigureSpec {
  const names = unitNames(reply.units, visible);
  const labels = pairsOf(reply.units).map(({ i, j }) => `${names[i] ?? ''} ${names[j] ?? ''}`);
  const { series } = quantities[quantity];
  const traces = series.flatMap(({ label, of }, k): readonly ScatterTrace[] => {
    const shift = series.length === 1 ? 0 : k === 0 ? -APART / 2 : APART / 2;
    const x = labels.map((_, q) => q + shift);
    const exact: ScatterTrace = {
      type: 'scatter',
      mode: 'markers',
      name: `${label}, exact`,
      x,
      y: Array.from(reply.exact[of]),
      marker: { symbol: 'line-ew', size: 13, line: { color: k === 0 ? ink.ink : ink.ink3, width: 2 } },
      text: labels,
      hovertemplate: `%{text}<br>${label} exactly %{y:.4f}<extra></extra>`,
    };
    if (sample === null) return [exact];
    const color = cycle(colours, k);
    return [
      exact,
      {
        type: 'scatter',
        mode: 'markers',
        name: `${label}, sampled ± 2 s.e.`,
        x,
        y: Array.from(sample.values[of]),
        error_y: {
          type: 'data',
          array: Array.from(sample.errors[of], (error) => 2 * error),
          color,
          thickness: 1.5,
          width: 3,
        },
        marker: { color, size: 5 },
        text: labels,
        hovertemplate: `%{text}<br>${label} sampled %{y:.4f}<extra></extra>`,
      },
    ];
  });
  const layout: FigureLayout = {
    xaxis: {
      title: { text: 'pair of units', standoff: 8 },
      tickvals: labels.map((_, q) => q),
      ticktext: labels,
      range: [-0.6, labels.length - 0.4],
      zeroline: false,
      showgrid: false,
    },
    yaxis: { title: { text: quantities[quantity].label, standoff: 8 }, zeroline: true },
    hovermode: 'closest',
    margin: { l: 56, r: 10, t: 10, b: 60 },
    legend: { orientation: 'h', y: -0.28, x: 0 },
  };
  return { traces, layout };
}
