import type { FigureSpec, ScatterTrace, ShapeSpec } from '../../charts/figure/spec.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import type { Ink } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { reachOf } from './raceFacts.ts';
import { ruleLabel, rules } from './rules.ts';
import { ruleStyle } from './ruleStyle.ts';
import type { Race, RaceCurve } from './useRace.ts';

export interface RaceStyle {
  readonly colours: readonly string[];
  readonly ink: Ink;
}

/** A logarithm of less has hardly a tick. */
const LEAST_FACTOR = 10;

const errorsOf = ({ start, deletions }: RaceCurve): readonly number[] => [
  start,
  ...deletions.map(({ error }) => error),
];

/** E after k deletions by every rule, with the threshold as a dotted line. */
export function raceFigure(
  { curves }: Pick<Race, 'curves'>,
  limit: number,
  topology: Topology,
  { colours, ink }: RaceStyle,
): FigureSpec {
  const all = rules.flatMap((rule) => (curves[rule] === undefined ? [] : errorsOf(curves[rule])));
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const isLog = lowest > 0 && highest > LEAST_FACTOR * lowest;
  const traces = rules.flatMap((rule): readonly ScatterTrace[] => {
    const curve = curves[rule];
    if (curve === undefined) return [];
    const { color, symbol, dash } = ruleStyle(rule, colours);
    const errors = errorsOf(curve);
    return [
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: ruleLabel(rule),
        x: errors.map((_, k) => k),
        y: errors.map((error) => (Number.isFinite(error) ? error : null)),
        text: ['nothing deleted', ...curve.deletions.map(({ index }) => parameterText(topology, index))],
        line: { color, width: 1.75, dash },
        marker: { color, size: 6, symbol },
        hovertemplate: '%{x}: %{text}<br>E = %{y:.4~g}<extra></extra>',
      },
    ];
  });
  const threshold: ShapeSpec = {
    type: 'line',
    xref: 'paper',
    x0: 0,
    x1: 1,
    y0: limit,
    y1: limit,
    line: { color: ink.ink3, width: 1, dash: 'dot' },
  };
  return {
    traces,
    layout: {
      xaxis: { title: { text: 'weights deleted', standoff: 6 }, zeroline: false, rangemode: 'tozero' },
      yaxis: {
        title: { text: 'E', standoff: 6 },
        type: isLog ? 'log' : 'linear',
        zeroline: false,
        ...(isLog ? { dtick: 'D2', exponentformat: 'none' } : {}),
      },
      shapes: limit > 0 || !isLog ? [threshold] : [],
      hovermode: 'closest',
      margin: { l: 52, r: 10, t: 10, b: 44 },
    },
  };
}

/** The same in words. */
export const raceSentence = ({ curves }: Pick<Race, 'curves'>, limit: number, W: number): string =>
  `Error after each deletion. Before E exceeds ${formatNumber(limit, 4)}: ${rules
    .flatMap((rule) => {
      const curve = curves[rule];
      return curve === undefined ? [] : [`${ruleLabel(rule)} deletes ${reachOf(curve, limit).count} of ${W}`];
    })
    .join(', ')}.`;
