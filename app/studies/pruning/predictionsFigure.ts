import type { AxisSpec, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import type { PredictionsReply } from '../../../workers/protocol/pruning.ts';
import type { Ink } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { signedLogAxis } from '../../lenses/differences/signedLogAxis.ts';
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

/** The points of one rule; what overflows is left out. */
function pointsOf({ left, rules: found }: Shown, rule: (typeof rules)[number], gradient: boolean) {
  const predictions = found[rule];
  if (predictions === undefined) return [];
  const predicted = predictedOf(predictions, gradient && rule !== 'magnitude');
  return left.flatMap((index, k): Point[] => {
    const point = { index, predicted: predicted[k] ?? NaN, truth: predictions.truth[k] ?? NaN };
    return Number.isFinite(point.predicted) && Number.isFinite(point.truth) ? [point] : [];
  });
}

/** Decades on either side of zero where not all numbers are above it. */
const DECADES = 4;

interface Axis {
  readonly place: (x: number) => number;
  readonly layout: AxisSpec;
}

/** A logarithm where all numbers are above zero; else one on either side of zero. */
function axisOf(numbers: readonly number[]): Axis {
  if (numbers.every((x) => x > 0))
    return { place: (x) => x, layout: { type: 'log', dtick: 1, zeroline: false } };
  const largest = numbers.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  const { place, tickvals, ticktext } = signedLogAxis(largest, largest * 10 ** -DECADES || 1);
  return { place, layout: { tickvals, ticktext, zeroline: true } };
}

const diagonalOf = (ends: readonly number[], { ink3 }: Ink): ScatterTrace => ({
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
): FigureSpec {
  const series = rules.map((rule) => ({ rule, points: pointsOf(shown, rule, gradient) }));
  const numbers = series.flatMap(({ points }) =>
    points.flatMap(({ predicted, truth }) => [predicted, truth]),
  );
  const { place, layout: axis } = axisOf(numbers);
  const ends = numbers.length === 0 ? [] : [Math.min(...numbers), Math.max(...numbers)].map(place);
  return {
    traces: [
      diagonalOf(ends, ink),
      ...series.flatMap(({ rule, points }): readonly ScatterTrace[] => {
        const { color, symbol } = ruleStyle(rule, colours);
        return points.length === 0
          ? []
          : [
              {
                type: 'scatter',
                mode: 'markers',
                name: ruleLabel(rule),
                x: points.map(({ predicted }) => place(predicted)),
                y: points.map(({ truth }) => place(truth)),
                text: points.map(
                  ({ index, predicted, truth }) =>
                    `${parameterText(topology, index)}<br>predicted ${formatNumber(predicted, 3)}, true ${formatNumber(truth, 3)}`,
                ),
                marker: { color, size: 8, symbol, line: { color: ink.card, width: 1 } },
                hovertemplate: '%{text}<extra></extra>',
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
