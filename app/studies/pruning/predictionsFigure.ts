import type { Topology } from '../../../engine/network/topology.ts';
import type { PredictionsReply } from '../../../workers/protocol/pruning.ts';
import type { Ink } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { factsOf, predictedOf } from './predictionsFacts.ts';
import type { RaceStyle } from './raceFigure.ts';
import { ruleLabel, rules } from './rules.ts';
import { ruleStyle } from './ruleStyle.ts';

interface Point {
  readonly index: number;
  readonly predicted: number;
  readonly truth: number;
}

type Shown = Pick<PredictionsReply, 'left' | 'rules'>;

/** The points of one rule that a logarithm has a place for. */
function pointsOf({ left, rules: found }: Shown, rule: (typeof rules)[number], gradient: boolean) {
  const predictions = found[rule];
  if (predictions === undefined) return [];
  const predicted = predictedOf(predictions, gradient && rule !== 'magnitude');
  return left.flatMap((index, k): Point[] => {
    const point = { index, predicted: predicted[k] ?? NaN, truth: predictions.truth[k] ?? NaN };
    return point.predicted > 0 && point.truth > 0 && Number.isFinite(point.truth) ? [point] : [];
  });
}

/** Points that are not drawn, because one of their two numbers is not above zero. */
export const leftOut = (shown: Shown, gradient: boolean): number =>
  rules.reduce((sum, rule) => {
    const all = shown.rules[rule] === undefined ? 0 : shown.left.length;
    return sum + all - pointsOf(shown, rule, gradient).length;
  }, 0);

const diagonalOf = (ends: readonly number[], { ink3 }: Ink): object => ({
  type: 'scatter',
  mode: 'lines',
  name: 'true = predicted',
  x: ends,
  y: ends,
  line: { color: ink3, width: 1, dash: 'dash' },
  hoverinfo: 'skip',
});

/** Predicted against true ΔE of every weight, a series for each rule; on the diagonal predictions are right. */
export function predictionsFigure(
  shown: Shown,
  gradient: boolean,
  topology: Topology,
  { colours, ink }: RaceStyle,
): { readonly traces: readonly object[]; readonly layout: object } {
  const series = rules.map((rule) => ({ rule, points: pointsOf(shown, rule, gradient) }));
  const numbers = series.flatMap(({ points }) =>
    points.flatMap(({ predicted, truth }) => [predicted, truth]),
  );
  const ends = numbers.length === 0 ? [] : [Math.min(...numbers), Math.max(...numbers)];
  const axis = { type: 'log', zeroline: false, dtick: 1 };
  return {
    traces: [
      diagonalOf(ends, ink),
      ...series.flatMap(({ rule, points }) => {
        const { color, symbol } = ruleStyle(rule, colours);
        return points.length === 0
          ? []
          : [
              {
                type: 'scatter',
                mode: 'markers',
                name: ruleLabel(rule),
                x: points.map(({ predicted }) => predicted),
                y: points.map(({ truth }) => truth),
                text: points.map(({ index }) => parameterText(topology, index)),
                marker: { color, size: 8, symbol, line: { color: ink.card, width: 1 } },
                hovertemplate: '%{text}<br>predicted %{x:.3~g}, true %{y:.3~g}<extra></extra>',
              },
            ];
      }),
    ],
    layout: {
      xaxis: { ...axis, title: { text: 'predicted ΔE', standoff: 6 } },
      yaxis: { ...axis, title: { text: 'true ΔE', standoff: 6 } },
      hovermode: 'closest',
      margin: { l: 56, r: 10, t: 10, b: 44 },
    },
  };
}

/** The same in words. */
export const predictionsSentence = ({ left, rules: found }: Shown, gradient: boolean): string =>
  `Predicted against true ΔE of ${left.length} deletions: ${rules
    .flatMap((rule) => {
      const predictions = found[rule];
      if (predictions === undefined) return [];
      const { factor, correlation } = factsOf(left, rule, predictions, gradient);
      return [
        `${ruleLabel(rule)} off by a factor of ${formatNumber(factor, 3)} in the median, rank correlation ${formatNumber(correlation, 2)}`,
      ];
    })
    .join('; ')}.`;
