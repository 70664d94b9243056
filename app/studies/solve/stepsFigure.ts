import type { FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { ModelStep, StepsReply } from '../../../workers/protocol/solve.ts';
import { cycle } from '../../lenses/differences/seriesColours.ts';
import type { CurvesStyle } from './curvesFigure.ts';
import { stepTexts } from './stepWords.ts';

function curves(
  { t }: StepsReply,
  step: ModelStep,
  k: number,
  { colours, ink }: CurvesStyle,
): readonly ScatterTrace[] {
  if (step.d === null) return [];
  const color = cycle(colours, k);
  const { label } = stepTexts[step.id];
  const whole = t.indexOf(1);
  const shared = { type: 'scatter', legendgroup: step.id } as const;
  const tip = (what: string) => `${label}, ${what}<br>%{x} of the step: E = %{y:.4~g}<extra></extra>`;
  return [
    {
      ...shared,
      mode: 'lines',
      name: label,
      x: Array.from(t),
      y: Array.from(step.along),
      line: { color, width: 2 },
      hovertemplate: tip('true'),
    },
    {
      ...shared,
      mode: 'lines',
      showlegend: false,
      x: Array.from(t),
      y: Array.from(step.believed),
      line: { color, width: 1.25, dash: 'dot' },
      hovertemplate: tip('its model'),
    },
    {
      ...shared,
      mode: 'markers',
      showlegend: false,
      x: [1, 1],
      y: [step.along[whole], step.believed[whole]],
      marker: { color: [color, ink.card], size: 9, line: { color, width: 2 } },
      hovertemplate: tip('whole step'),
    },
  ];
}

/** How far above E a curve is followed, in units of the deepest fall. */
const ABOVE = 0.7;

/** E along each step, from w to beyond its end, and what each model believes. */
export function stepsFigure(reply: StepsReply, style: CurvesStyle): FigureSpec {
  const { error, steps } = reply;
  const ends = steps.flatMap(({ along, believed }) => [...along, ...believed]).filter(Number.isFinite);
  // No error is below 0, whatever a model believes.
  const low = Math.max(Math.min(error, ...ends), -0.25 * Math.abs(error));
  const fall = error - low > 0 ? error - low : Math.max(Math.abs(error), 1e-12);
  return {
    traces: steps.flatMap((step, k) => curves(reply, step, k, style)),
    layout: {
      xaxis: { title: { text: 'share t of the step', standoff: 8 }, zeroline: false, dtick: 0.25 },
      yaxis: {
        title: { text: 'E(w + t d)', standoff: 8 },
        range: [low - 0.06 * fall, error + ABOVE * fall],
        zeroline: false,
      },
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' },
      hovermode: 'closest',
      margin: { l: 60, r: 10, t: 30, b: 44 },
    },
  };
}
