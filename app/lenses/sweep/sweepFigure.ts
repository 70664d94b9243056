import type { FigureSpec, ScatterTrace, TextNote } from '../../charts/figure/spec.ts';
import type { SweepCurve, SweepReply } from '../../../workers/protocol.ts';
import type { Ink } from '../../charts/ink.ts';
import { powerTicks } from '../../charts/powerTicks.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle, symbols } from '../differences/seriesColours.ts';
import { bestStep, UNIT_ROUNDOFF } from './bestStep.ts';
import { type Guide, guidesOf, slopeName } from './guides.ts';
import { sweepCurves, sweepTexts } from './sweepTexts.ts';

type Of = keyof typeof sweepTexts;

export interface SweepStyle {
  readonly colours: readonly string[];
  readonly ink: Ink;
}

/** A logarithm has no place for 0: such points are left out. */
const positive = (error: number): number | null => (error > 0 && Number.isFinite(error) ? error : null);

function curveTraces(sweep: SweepReply, of: Of, { colours, ink }: SweepStyle): readonly ScatterTrace[] {
  return sweepCurves.flatMap((curve, k) => {
    const { label } = sweepTexts[of].methods[curve];
    const color = cycle(colours, k);
    const best = bestStep(sweep, curve);
    const line: ScatterTrace = {
      type: 'scatter',
      mode: 'lines+markers',
      name: label,
      legendgroup: curve,
      x: sweep.steps,
      y: sweep.errors[curve].map(positive),
      connectgaps: false,
      line: { color, width: 1.5 },
      marker: { color, size: 4, symbol: cycle(symbols, k) },
      hovertemplate: `${label}<br>step %{x:.1e}, error %{y:.1e}<extra></extra>`,
    };
    if (best === null || best.error === 0) return [line];
    const mark: ScatterTrace = {
      type: 'scatter',
      mode: 'markers',
      showlegend: false,
      legendgroup: curve,
      x: [best.step],
      y: [best.error],
      marker: { color: ink.card, size: 11, symbol: cycle(symbols, k), line: { color, width: 2 } },
      hovertemplate: `${label}, best<br>step %{x:.1e}, error %{y:.1e}<extra></extra>`,
    };
    return [line, mark];
  });
}

/** R{·} as a level line, with its own error; below half an ulp nothing is known. */
function levelTrace({ steps, ownError }: SweepReply, of: Of, { ink }: SweepStyle): readonly ScatterTrace[] {
  if (Number.isNaN(ownError)) return [];
  const level = Math.max(ownError, UNIT_ROUNDOFF);
  const ends = [steps[0] ?? NaN, steps[steps.length - 1] ?? NaN];
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: sweepTexts[of].product,
      x: ends,
      y: [level, level],
      line: { color: ink.ink, width: 2 },
      hovertemplate: `${sweepTexts[of].product}: no step<br>error ${formatNumber(ownError, 2)}<extra></extra>`,
    },
  ];
}

/** A little beside the points, so that the line is seen; that of the lowest curve under it, where no other is. */
const BESIDE = 2.2;
const besideOf = (curve: SweepCurve): number => (curve === 'central' ? 1 / BESIDE : BESIDE);

interface PlacedGuide extends Guide {
  readonly color: string;
  readonly beside: number;
}

const guideTrace = ({ slope, level, from, to, color, beside }: PlacedGuide): ScatterTrace => ({
  type: 'scatter',
  mode: 'lines',
  showlegend: false,
  x: [from, to],
  y: [from, to].map((r) => beside * level * r ** slope),
  line: { color, width: 1, dash: 'dash' },
  hoverinfo: 'skip',
});

const guideLabel = ({ slope, level, from, to, color, beside }: PlacedGuide, symbol: string): TextNote => {
  const middle = Math.sqrt(from * to);
  const isAbove = beside > 1;
  return {
    x: Math.log10(middle),
    y: Math.log10(beside * level * middle ** slope),
    text: slopeName(symbol, slope),
    showarrow: false,
    xanchor: slope > 0 === isAbove ? 'right' : 'left',
    yanchor: isAbove ? 'bottom' : 'top',
    font: { color, size: 12 },
  };
};

/** The log–log plot of a sweep: curves, best steps, R{·}, and the lines of theory beside them. */
export function sweepFigure(sweep: SweepReply, of: Of, style: SweepStyle): FigureSpec {
  const guides = sweepCurves.flatMap((curve, k) =>
    guidesOf(sweep, curve).map((guide) => ({
      ...guide,
      color: cycle(style.colours, k),
      beside: besideOf(curve),
    })),
  );
  const symbol = of === 'product' ? 'r' : 'ε';
  const isAbsolute = sweepCurves.every((curve) => sweep.sizes[curve] === 0);
  const title = isAbsolute ? 'error' : 'relative error';
  return {
    traces: [...levelTrace(sweep, of, style), ...curveTraces(sweep, of, style), ...guides.map(guideTrace)],
    layout: {
      xaxis: {
        type: 'log',
        title: { text: sweepTexts[of].axis, standoff: 8 },
        zeroline: false,
        ...powerTicks(-12, -1, 2),
      },
      yaxis: { type: 'log', title: { text: title, standoff: 8 }, zeroline: false, ...powerTicks(-18, 12, 3) },
      annotations: guides.map((guide) => guideLabel(guide, symbol)),
      hovermode: 'closest',
      uirevision: of,
      margin: { l: 56, r: 10, t: 10, b: 48 },
    },
  };
}
