import type { FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { DensityReply } from '../../../workers/protocol/density.ts';
import type { Ink } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { signedLogAxis } from '../../lenses/differences/signedLogAxis.ts';
import type { Merged } from './merged.ts';

/** Stems reach down from zero by this part of the height. */
const STEM = 0.08;

/** Every eigenvalue as a stem under the axis: from 0 down, and a gap. */
function stems(
  eigenvalues: Float64Array,
  place: (x: number) => number,
  height: number,
  ink: Ink,
): ScatterTrace {
  const gap = 0.25 * STEM * height;
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'all eigenvalues',
    x: Array.from(eigenvalues).flatMap((value) => [place(value), place(value), null]),
    y: Array.from(eigenvalues).flatMap(() => [-gap, -gap - STEM * height, null]),
    text: Array.from(eigenvalues).flatMap((value) => {
      const tip = `λ = ${formatNumber(value)}`;
      return [tip, tip, ''];
    }),
    hoverinfo: 'text',
    line: { color: ink.ink2, width: 1 },
  };
}

/** The estimated density with its error bars, the exact one, and every eigenvalue. */
export function densityFigure(
  { exact, grid }: DensityReply,
  { density, densityError }: Merged,
  ink: Ink,
): FigureSpec {
  const x = Array.from(grid.places);
  const axis = grid.knee === null ? null : signedLogAxis(outermost(grid.eigenvalues), grid.knee);
  const place = axis?.place ?? ((value: number): number => value);
  const upper = Array.from(density, (value, g) => value + (densityError[g] ?? 0));
  const lower = Array.from(density, (value, g) => Math.max(0, value - (densityError[g] ?? 0)));
  const height = Math.max(...upper.filter(Number.isFinite), ...(exact?.density ?? []), 1e-300);
  const text = Array.from(grid.eigenvalues, (value) => `λ = ${formatNumber(value, 3)}`);
  const band = { type: 'scatter', mode: 'lines', x, line: { width: 0 }, hoverinfo: 'skip' } as const;
  const traces: ScatterTrace[] = [
    { ...band, y: lower, showlegend: false },
    { ...band, y: upper, name: '± standard error', fill: 'tonexty', fillcolor: `${ink.accent}33` },
    {
      type: 'scatter',
      mode: 'lines',
      name: 'estimate from products',
      x,
      y: Array.from(density),
      text,
      line: { color: ink.accent, width: 2 },
      hovertemplate: '%{text}<br>estimate %{y:.3~g}<extra></extra>',
    },
  ];
  if (exact !== null)
    traces.push(
      {
        type: 'scatter',
        mode: 'lines',
        name: 'exact',
        x,
        y: Array.from(exact.density),
        text,
        line: { color: ink.ink, width: 1.25, dash: 'dash' },
        hovertemplate: '%{text}<br>exact %{y:.3~g}<extra></extra>',
      },
      stems(exact.eigenvalues, place, height, ink),
    );
  return {
    traces,
    layout: {
      xaxis: {
        title: { text: 'eigenvalue λ', standoff: 8 },
        zeroline: true,
        range: [x[0], x.at(-1)],
        ...(axis === null ? {} : { tickvals: axis.tickvals, ticktext: axis.ticktext }),
      },
      yaxis: {
        title: { text: 'density on this axis', standoff: 8 },
        zeroline: true,
        range: [exact === null ? 0 : -1.5 * STEM * height, 1.06 * height],
      },
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' },
      hovermode: 'closest',
      margin: { l: 60, r: 10, t: 30, b: 44 },
    },
  };
}

const outermost = (eigenvalues: Float64Array): number =>
  Math.max(Math.abs(eigenvalues[0] ?? NaN), Math.abs(eigenvalues.at(-1) ?? NaN));
