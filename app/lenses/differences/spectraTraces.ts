import type { FigureLayout, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Eigenvalues } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle, dashes } from './seriesColours.ts';
import { signedLogAxis } from './signedLogAxis.ts';

/** One curve a matrix, H first; eigenvalues against their rank, on an axis with room for both signs. */
export function spectraFigure(spectra: readonly Eigenvalues[], colours: readonly string[]): FigureSpec {
  const largest = spectra.reduce(
    (top, { values }) => Math.max(top, ...[values[0] ?? 0, values[values.length - 1] ?? 0].map(Math.abs)),
    0,
  );
  const { place, tickvals, ticktext } = signedLogAxis(largest);
  const traces = spectra.map(({ matrix, values }, k): ScatterTrace => ({
    type: 'scatter',
    mode: values.length > 120 ? 'lines' : 'lines+markers',
    name: matrixOf(matrix).label,
    x: Array.from(values, (_, rank) => rank + 1),
    y: Array.from(values, place),
    text: Array.from(
      values,
      (value, rank) => `${matrixOf(matrix).label} λ<sub>${rank + 1}</sub> = ${formatNumber(value)}`,
    ),
    hoverinfo: 'text',
    line: { color: cycle(colours, k), width: k === 0 ? 2 : 1.5, dash: cycle(dashes, k) },
    marker: { color: cycle(colours, k), size: 4 },
  }));
  const layout: FigureLayout = {
    xaxis: { title: { text: 'rank', standoff: 8 }, zeroline: false },
    yaxis: { title: { text: 'eigenvalue λ', standoff: 8 }, tickvals, ticktext, zeroline: true },
    hovermode: 'closest',
    uirevision: 'spectra',
    margin: { l: 56, r: 10, t: 10, b: 48 },
  };
  return { traces, layout };
}
