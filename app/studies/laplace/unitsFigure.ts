import type { AxisSpec, Dash, FigureSpec, MarkerSymbol, ScatterTrace } from '../../charts/figure/spec.ts';
import type { FigureStyle } from './style.ts';
import { bestRow, type ErrorScale, type UnitRow } from './unitRows.ts';

interface Sizes {
  readonly N: number;
  readonly K: number;
}

const xaxis: AxisSpec = { title: { text: 'hidden units M', standoff: 6 }, dtick: 1, zeroline: false };

const margin = { l: 58, r: 10, t: 10, b: 44 };

/** Log evidence of every start, a line through the best, and a ring around the best of all. */
export function evidenceFigure(rows: readonly UnitRow[], { ink }: FigureStyle): FigureSpec {
  const starts = rows.flatMap(({ starts: all }) =>
    all.flatMap(({ M, seed, found }) => ('refused' in found ? [] : [{ M, seed, y: found.logEvidence }])),
  );
  const best = bestRow(rows);
  const through = rows.filter((row) => row.best !== null);
  const values = through.map((row) => row.best?.found.logEvidence ?? NaN);
  const top = Math.max(...values);
  // A network that is far too small would flatten the rest.
  const low = Math.max(Math.min(...values), top - RANGE);
  const room = 0.08 * (top - low) || 1;
  return {
    traces: [
      {
        type: 'scatter',
        mode: 'markers',
        name: 'every start',
        x: starts.map(({ M }) => M),
        y: starts.map(({ y }) => y),
        text: starts.map(({ seed }) => `seed ${seed}`),
        marker: { color: ink.ink3, size: 6, symbol: 'circle-open' },
        hovertemplate: 'M = %{x}, %{text}: %{y:.2f}<extra></extra>',
      },
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: 'best start',
        x: through.map(({ M }) => M),
        y: values,
        line: { color: ink.accent, width: 2 },
        marker: { color: ink.accent, size: 7 },
        hovertemplate: 'M = %{x}: %{y:.2f}<extra></extra>',
      },
      {
        type: 'scatter',
        mode: 'markers',
        name: 'largest evidence',
        x: best === null ? [] : [best.M],
        y: best === null ? [] : [best.best?.found.logEvidence ?? NaN],
        marker: { color: ink.ink, size: 17, symbol: 'circle-open', line: { width: 2 } },
        hoverinfo: 'skip',
      },
    ],
    layout: {
      xaxis,
      yaxis: {
        title: { text: 'ln p(D | α, β)', standoff: 6 },
        zeroline: false,
        range: [low - room, top + room],
      },
      hovermode: 'closest',
      margin,
    },
  };
}

/** Nats below the best at which the figure ends. */
const RANGE = 60;

/** Training error, and that of fresh patterns, of the best start of each size. */
export function errorsFigure(
  rows: readonly UnitRow[],
  { N, K }: Sizes,
  scale: ErrorScale,
  { ink, colours }: FigureStyle,
): FigureSpec {
  const found = rows.flatMap(({ M, best }) => (best === null ? [] : [{ M, ...best.found }]));
  const line = (
    name: string,
    y: readonly number[],
    color: string,
    dash: Dash,
    symbol: MarkerSymbol,
  ): ScatterTrace => ({
    type: 'scatter',
    mode: 'lines+markers',
    name,
    x: found.map(({ M }) => M),
    y,
    line: { color, width: 2, dash },
    marker: { color, size: 7, symbol },
    hovertemplate: `M = %{x}: %{y:.4~g}<extra>${name}</extra>`,
  });
  const fresh = found.map(({ freshError }) => scale.of(freshError, 1, K));
  const hasFresh = fresh.some(Number.isFinite);
  return {
    traces: [
      line(
        'training data',
        found.map(({ dataError }) => scale.of(dataError, N, K)),
        ink.accent,
        'solid',
        'circle',
      ),
      ...(hasFresh ? [line('fresh data', fresh, colours[1] ?? ink.ink, 'dash', 'diamond')] : []),
    ],
    layout: {
      xaxis,
      yaxis: { title: { text: scale.label, standoff: 6 }, rangemode: 'tozero', zeroline: false },
      hovermode: 'closest',
      margin,
    },
  };
}
