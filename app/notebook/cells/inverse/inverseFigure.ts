import type { FigureSpec, ScatterTrace, ShapeSpec } from '../../../charts/figure/spec.ts';
import type { Film } from '../../../../workers/protocol.ts';
import type { Ink } from '../../../charts/ink.ts';
import { formatError } from '../../../lenses/differences/comparisonWords.ts';

/** Beyond this markers would touch. */
const MOST_MARKERS = 60;

/** The distance from the direct inverse against the patterns taken in, with a line at the present one. */
export function distanceFigure({ distances, upTo }: Film, ink: Ink): FigureSpec {
  const N = distances.length - 1;
  const trace: ScatterTrace = {
    type: 'scatter',
    mode: N > MOST_MARKERS ? 'lines' : 'lines+markers',
    x: Array.from(distances, (_, n) => n),
    // A logarithm has no place for 0.
    y: Array.from(distances, (distance) => (distance > 0 ? distance : null)),
    line: { color: ink.accent, width: 1.5 },
    marker: { color: ink.accent, size: 5 },
    hovertemplate: 'after %{x}: %{y:.2~g}<extra></extra>',
  };
  const here: ShapeSpec = {
    type: 'line',
    x0: upTo,
    x1: upTo,
    yref: 'paper',
    y0: 0,
    y1: 1,
    line: { color: ink.ink3, width: 1, dash: 'dot' },
  };
  return {
    traces: [trace],
    layout: {
      xaxis: {
        title: { text: 'patterns n', standoff: 6 },
        zeroline: false,
        ...(N <= 20 ? { dtick: 1 } : {}),
      },
      yaxis: { title: { text: 'distance', standoff: 6 }, type: 'log', nticks: 6 },
      shapes: [here],
      showlegend: false,
      hovermode: 'closest',
      margin: { l: 56, r: 10, t: 8, b: 40 },
    },
  };
}

/** The same in words. */
export function distanceSentence({ distances }: Film): string {
  const [first = NaN] = distances;
  const last = distances[distances.length - 1] ?? NaN;
  return `Distance from the direct inverse: ${formatError(first)} at the start, ${formatError(last)} after the last pattern.`;
}
