import type { LineStyle, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { Batch } from '../../../engine/experiment/problem.ts';
import type { LaplaceModel, LaplaceReply } from '../../../workers/protocol/laplace.ts';
import { cycle, dashes } from '../../lenses/differences/seriesColours.ts';
import type { FigureStyle } from './style.ts';

/** Everything that a figure over one input is drawn from. */
export interface CurveView extends FigureStyle {
  readonly batch: Batch;
  readonly x: Float64Array;
  readonly reply: LaplaceReply;
  /** The posterior with the chosen matrix; null: it has none. */
  readonly model: LaplaceModel | null;
  readonly regression: boolean;
}

const column = (values: Float64Array, k: number, K: number): number[] =>
  Array.from({ length: values.length / K }, (_, n) => values[n * K + k] ?? NaN);

/** The band of two standard deviations to both sides, as one closed outline. */
function band(
  x: Float64Array,
  mean: number[],
  deviation: number[],
  color: string,
  name: string,
): ScatterTrace {
  const upper = mean.map((y, n) => y + 2 * (deviation[n] ?? NaN));
  const lower = mean.map((y, n) => y - 2 * (deviation[n] ?? NaN));
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...x, ...Array.from(x).reverse()],
    y: [...upper, ...lower.reverse()],
    fill: 'toself',
    fillcolor: color,
    opacity: 0.2,
    line: { width: 0 },
    hoverinfo: 'skip',
  };
}

const line = (
  x: Float64Array,
  y: number[],
  color: string,
  name: string,
  more: LineStyle = {},
): ScatterTrace => ({
  type: 'scatter',
  mode: 'lines',
  name,
  x: Array.from(x),
  y,
  line: { color, width: 2, ...more },
  hovertemplate: `%{x:.3~g}: %{y:.3~g}<extra>${name}</extra>`,
});

function dots({ batch, ink, colours }: CurveView, k: number, K: number): ScatterTrace {
  const inputs = Array.from(batch.inputs);
  return {
    type: 'scatter',
    mode: 'markers',
    name: K === 1 ? 'data' : `target ${k + 1}`,
    showlegend: K === 1,
    x: inputs,
    y: column(batch.targets, k, K),
    marker: { color: K === 1 ? ink.ink2 : cycle(colours, k), size: 6, line: { color: ink.card, width: 1 } },
    hovertemplate: '%{x:.3~g}, %{y:.3~g}<extra></extra>',
  };
}

function output(view: CurveView, k: number, K: number): ScatterTrace[] {
  const { reply, model, x, regression, colours, ink } = view;
  const color = K === 1 ? ink.accent : cycle(colours, k);
  const which = K === 1 ? '' : ` ${k + 1}`;
  const y = column(reply.y, k, K);
  if (!regression) {
    const plain = line(x, y, color, `plain${which}`, { dash: cycle(dashes, 1), width: 1.5 });
    return model === null
      ? [plain]
      : [plain, line(x, column(model.moderated, k, K), color, `moderated${which}`)];
  }
  if (model === null) return [line(x, y, color, `output${which}`)];
  const deviation = column(model.variance, k, K).map(Math.sqrt);
  const noise = 2 / Math.sqrt(reply.beta);
  const edge = (sign: number): ScatterTrace => ({
    ...line(
      x,
      y.map((mean) => mean + sign * noise),
      color,
      'noise alone',
      { dash: cycle(dashes, 2), width: 1 },
    ),
    hoverinfo: 'skip',
    showlegend: k === 0 && sign > 0,
  });
  return [
    band(x, y, deviation, color, `±2 standard deviations${which}`),
    edge(1),
    edge(-1),
    line(x, y, color, `mean${which}`),
  ];
}

/** Targets with room above and below: bars that grow beyond it are cut, so that matrices compare at one scale. */
function heights({ batch, regression }: CurveView): readonly [number, number] {
  if (!regression) return [-0.05, 1.05];
  const low = Math.min(...batch.targets);
  const high = Math.max(...batch.targets);
  const room = 0.75 * (high - low) || 1;
  return [low - room, high + room];
}

/** Over one input: mean and error bars, or plain and moderated probabilities, with the data. */
export function curveFigure(view: CurveView): FigureSpec {
  const K = view.batch.targets.length / view.batch.N;
  const outputs = Array.from({ length: K }, (_, k) => k);
  return {
    traces: [...outputs.flatMap((k) => output(view, k, K)), ...outputs.map((k) => dots(view, k, K))],
    layout: {
      xaxis: { title: { text: 'x', standoff: 6 }, zeroline: false },
      yaxis: {
        title: { text: view.regression ? 't' : 'probability', standoff: 6 },
        range: heights(view),
        zeroline: false,
      },
      hovermode: 'closest',
      margin: { l: 52, r: 10, t: 10, b: 44 },
    },
  };
}
