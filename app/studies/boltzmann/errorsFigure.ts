import type { FigureLayout, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import { cycle, symbols } from '../../lenses/differences/seriesColours.ts';
import { samplingErrors } from './quantities.ts';

const series = [
  { of: 'gradient', label: '∇G' },
  { of: 'Hv', label: 'Hv' },
] as const;

const positive = (value: number): number | null => (value > 0 ? value : null);

/** Errors of sampled gradient and Hv against the number of states: what they are, and what the error bars say. */
export function errorsFigure(
  reply: BoltzmannReply,
  samples: readonly BoltzmannSample[],
  colours: readonly string[],
): FigureSpec {
  const traces = series.flatMap(({ of, label }, k): readonly ScatterTrace[] => {
    const points = samplingErrors(of, reply, samples);
    const x = points.map(({ drawn }) => drawn);
    const color = cycle(colours, k);
    return [
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: `${label}, actual`,
        x,
        y: points.map(({ actual }) => positive(actual)),
        line: { color, width: 2 },
        marker: { color, size: 7, symbol: cycle(symbols, k) },
      },
      {
        type: 'scatter',
        mode: 'lines',
        name: `${label}, by its error bars`,
        x,
        y: points.map(({ stated }) => positive(stated)),
        line: { color, width: 1.5, dash: 'dash' },
      },
    ];
  });
  const layout: FigureLayout = {
    xaxis: {
      type: 'log',
      title: { text: 'states drawn in each phase', standoff: 8 },
      tickvals: samples.map(({ drawn }) => drawn),
      ticktext: samples.map(({ drawn }) => drawn.toLocaleString('en-US')),
      zeroline: false,
    },
    yaxis: {
      type: 'log',
      title: { text: 'error, root mean square', standoff: 8 },
      dtick: 'D2',
      zeroline: false,
    },
    hovermode: 'closest',
    margin: { l: 56, r: 10, t: 10, b: 56 },
    legend: { orientation: 'h', y: -0.26, x: 0 },
  };
  return { traces, layout };
}
