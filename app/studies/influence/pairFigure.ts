import type { MarkerStyle, AxisSpec, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { Ink } from '../../charts/ink.ts';

/** One thing predicted and found. */
export interface Pair {
  readonly name: string;
  readonly predicted: number;
  readonly truth: number;
}

export interface PairAxes {
  readonly x: string;
  readonly y: string;
  readonly log: boolean;
}

/** Predicted against true numbers with the diagonal, the chosen one outlined; of a logarithm those above zero. */
export function pairFigure(
  pairs: readonly Pair[],
  chosen: string | null,
  { x, y, log }: PairAxes,
  color: string,
  ink: Ink,
): FigureSpec {
  const drawn = pairs.filter(
    ({ predicted, truth }) =>
      Number.isFinite(predicted) && Number.isFinite(truth) && (!log || (predicted > 0 && truth > 0)),
  );
  const numbers = drawn.flatMap(({ predicted, truth }) => [predicted, truth]);
  const ends = numbers.length === 0 ? [] : [Math.min(...numbers), Math.max(...numbers)];
  const marked = drawn.filter(({ name }) => name === chosen);
  const points = (of: readonly Pair[], marker: MarkerStyle): ScatterTrace => ({
    type: 'scatter',
    mode: 'markers',
    showlegend: false,
    x: of.map(({ predicted }) => predicted),
    y: of.map(({ truth }) => truth),
    text: of.map(({ name }) => name),
    marker,
    hovertemplate: '%{text}<br>predicted %{x:.3~g}, true %{y:.3~g}<extra></extra>',
  });
  const diagonal: ScatterTrace = {
    type: 'scatter',
    mode: 'lines',
    showlegend: false,
    x: ends,
    y: ends,
    line: { color: ink.ink3, width: 1, dash: 'dash' },
    hoverinfo: 'skip',
  };
  const ring = { color: 'rgba(0,0,0,0)', size: 14, line: { color: ink.ink, width: 2 } };
  const axis: AxisSpec = log ? { type: 'log', dtick: 1, zeroline: false } : { zeroline: true };
  return {
    // patterns first: their place in the list is what a click tells
    traces: [
      points(drawn, { color, size: 7, line: { color: ink.card, width: 1 } }),
      diagonal,
      ...(marked.length > 0 ? [points(marked, ring)] : []),
    ],
    layout: {
      xaxis: { ...axis, title: { text: x, standoff: 6 } },
      yaxis: { ...axis, title: { text: y, standoff: 6 } },
      showlegend: false,
      hovermode: 'closest',
      margin: { l: 60, r: 10, t: 10, b: 44 },
    },
  };
}
