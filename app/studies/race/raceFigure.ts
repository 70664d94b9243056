import type { FigureLayout, ScatterTrace } from '../../charts/figure/spec.ts';
import { racerOf } from '../../../engine/uses/race/index.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { Ink } from '../../charts/ink.ts';
import { errorAfter, gradientAfter, type Run } from './raceRun.ts';
import { colourOf, markOf } from './raceStyle.ts';

export interface RaceStyle {
  readonly colours: readonly string[];
  readonly ink: Ink;
}

/** Beyond this many times the start a curve is cut off: it would leave no room for the others. */
const HIGHEST = 30;
/** A clock shows no less; a logarithm needs something above 0. */
const SHORTEST = 0.01;
/** A gradient below that is rounding. */
const LOWEST = 1e-16;

const positive = (value: number): number | null => (value > 0 && Number.isFinite(value) ? value : null);

/** Every run's E or ‖∇E‖ after each step, against its number or the time by then. */
export function raceFigure(
  runs: readonly Run[],
  { shows, against }: Pick<StudySettings['race'], 'shows' | 'against'>,
  { colours, ink }: RaceStyle,
) {
  const valueAt = shows === 'error' ? errorAfter : gradientAfter;
  const curves = runs.map((run) => {
    const steps = Array.from({ length: run.errors.length + 1 }, (_, k) => k);
    const y = steps.map((k) => positive(valueAt(run, k)));
    const x = steps.map((k) => (against === 'time' ? Math.max(SHORTEST, run.times[k - 1] ?? 0) : k));
    return { run, x, y };
  });
  const all = curves.flatMap(({ y }) => y.filter((value) => value !== null));
  const starts = runs.map((run) => valueAt(run, 0)).filter((value) => value > 0);
  const top = Math.max(...starts) * HIGHEST;
  const low = Math.max(LOWEST, Math.min(...all));
  const high = Math.min(top, Math.max(...all));
  const isCut = Math.max(...all) > top;
  const traces = curves.flatMap(({ run, x, y }): readonly ScatterTrace[] => {
    const { label } = racerOf(run.id);
    const color = colourOf(colours, run.id);
    const text = against === 'time' ? 'after %{x:.3g} ms' : 'after %{x} steps';
    const value = shows === 'error' ? 'E' : '‖∇E‖';
    const hovertemplate = `${label}<br>${text}: ${value} %{y:.4g}<extra></extra>`;
    return [
      { type: 'scatter', mode: 'lines', x, y, line: { color, width: 1.8 }, hovertemplate },
      {
        type: 'scatter',
        mode: 'markers',
        x: x.slice(-1),
        y: y.slice(-1),
        cliponaxis: true,
        marker: { color, size: 9, symbol: markOf(run.id), line: { color: ink.card, width: 1 } },
        hovertemplate,
      },
    ];
  });
  const decades = Math.log10(high / low);
  const pad = 0.04 * Math.max(1, decades);
  const layout: FigureLayout = {
    showlegend: false,
    hovermode: 'closest',
    margin: { l: 62, r: 12, t: 10, b: 48 },
    xaxis: {
      type: against === 'time' ? 'log' : 'linear',
      title: { text: against === 'time' ? 'time in ms' : 'step', standoff: 8 },
      zeroline: false,
    },
    yaxis: {
      type: 'log',
      title: { text: shows === 'error' ? 'E' : '‖∇E‖', standoff: 8 },
      zeroline: false,
      exponentformat: 'power',
      dtick: decades < 2 ? 'D2' : Math.max(1, Math.round(decades / 6)),
      range: [Math.log10(low) - pad, Math.log10(high) + pad],
    },
  };
  return { traces, layout, isCut };
}
