import type { FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { Solved, SolverRun } from '../../../workers/protocol/solve.ts';
import type { Ink } from '../../charts/ink.ts';
import { powerTicks } from '../../charts/powerTicks.ts';
import { cycle, dashes } from '../../lenses/differences/seriesColours.ts';
import { lastOf, productsOf, solvers } from './solveWords.ts';

export type Against = 'residual' | 'error';

export interface CurvesStyle {
  readonly colours: readonly string[];
  readonly ink: Ink;
}

/** Beyond this markers would touch. */
const MOST_MARKERS = 80;
const TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** What the axis shows of a curve that explodes. */
const HIGHEST = 1e9;
const LOWEST = 1e-17;

const seriesOf = (run: SolverRun, against: Against): readonly number[] =>
  against === 'residual' ? run.residuals : run.errors;

/** A logarithm has no place for 0: the curves begin after the first product. */
const productsFrom1 = (values: readonly unknown[]): readonly number[] =>
  values.slice(1).map((_, at) => at + 1);

const positive = (value: number): number | null => (value > 0 && Number.isFinite(value) ? value : null);

function curve(
  run: SolverRun,
  k: number,
  against: Against,
  { colours, ink }: CurvesStyle,
): readonly ScatterTrace[] {
  const values = seriesOf(run, against);
  const color = cycle(colours, k);
  const name = solvers[run.id];
  const line: ScatterTrace = {
    type: 'scatter',
    mode: values.length > MOST_MARKERS ? 'lines' : 'lines+markers',
    name,
    x: productsFrom1(values),
    y: values.slice(1).map(positive),
    line: { color, width: 1.75 },
    marker: { color, size: 4 },
    hovertemplate: `${name}<br>%{x} products: %{y:.2~e}<extra></extra>`,
  };
  const failed = run.end === 'negative-curvature' || run.end === 'diverged';
  if (!failed || values.length === 0) return [line];
  const stop: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    showlegend: false,
    x: [Math.max(1, values.length - 1)],
    y: [Math.min(HIGHEST, lastOf(values))],
    marker: { color: ink.caution, size: 11, symbol: 'x-thin', line: { color: ink.caution, width: 2.5 } },
    hovertemplate: `${name}: ${run.end === 'diverged' ? 'diverged' : 'negative curvature'}<extra></extra>`,
  };
  return [line, stop];
}

/** What is certain of the series' residual: `ρᵏ⁺¹`, falling or growing. */
function bound({ neumann, runs }: Solved, { ink }: CurvesStyle): readonly ScatterTrace[] {
  const run = runs.find(({ id }) => id === 'neumann');
  if (neumann === null || run === undefined) return [];
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: 'ρ<sup>k+1</sup>, the series’ bound',
      x: productsFrom1(run.residuals),
      y: productsFrom1(run.residuals).map((k) => positive(neumann.radius ** (k + 1))),
      line: { color: ink.ink3, width: 1, dash: 'dot' },
      hoverinfo: 'skip',
    },
  ];
}

/** The direct solution's own residual: rounding, a level line. */
function level({ runs }: Solved, { ink }: CurvesStyle): readonly ScatterTrace[] {
  const [own] = runs.find(({ id }) => id === 'direct')?.residuals ?? [];
  if (own === undefined || own === 0) return [];
  const last = Math.max(1, ...runs.map(productsOf));
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: solvers.direct,
      x: [1, Math.max(2, last)],
      y: [own, own],
      line: { color: ink.ink, width: 1.5, dash: cycle(dashes, 1) },
      hovertemplate: `${solvers.direct}: %{y:.1~e}<extra></extra>`,
    },
  ];
}

/** Residuals, or errors, of all methods against the products they took. */
export function curvesFigure(solved: Solved, against: Against, style: CurvesStyle): FigureSpec {
  const iterative = solved.runs.filter(({ id }) => id !== 'direct');
  const values = solved.runs.flatMap((run) => seriesOf(run, against)).filter((value) => value > 0);
  const low = Math.max(LOWEST, Math.min(1, ...values));
  const high = Math.min(HIGHEST, Math.max(1, ...values));
  const residual = against === 'residual';
  return {
    traces: [
      ...iterative.flatMap((run, k) => curve(run, k, against, style)),
      ...(residual ? [...bound(solved, style), ...level(solved, style)] : []),
    ],
    layout: {
      xaxis: {
        type: 'log',
        title: { text: 'products', standoff: 8 },
        zeroline: false,
        tickvals: TICKS,
        ticktext: TICKS.map(String),
      },
      yaxis: {
        type: 'log',
        title: { text: residual ? 'relative residual' : 'relative error', standoff: 8 },
        range: [Math.log10(low) - 0.5, Math.log10(high) + 0.5],
        zeroline: false,
        ...powerTicks(-18, 9, 3),
      },
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' },
      hovermode: 'closest',
      margin: { l: 60, r: 10, t: 30, b: 44 },
    },
  };
}
