import type { FigureSpec, ScatterTrace, Trace } from '../../charts/figure/spec.ts';
import type { PlotGrid } from '../../compute/grid.ts';
import type { Batch } from '../../../engine/experiment/problem.ts';
import type { DataEdit, InfluenceReply, RetrainReply } from '../../../workers/protocol/influence.ts';
import { cycle } from '../../lenses/differences/seriesColours.ts';
import type { Ink } from '../../charts/ink.ts';
import type { InfluenceStyle } from './influenceStyle.ts';

interface Fits {
  readonly reply: InfluenceReply;
  readonly truth: RetrainReply | null;
}

interface Shown extends Fits {
  readonly grid: PlotGrid;
  readonly batch: Batch;
  readonly edit: DataEdit;
  /** Whether the outputs are of classes: their border is drawn. */
  readonly classes: boolean;
}

interface Drawing {
  readonly style: InfluenceStyle;
  readonly ink: Ink;
  readonly colours: readonly string[];
}

/** Which trace holds the patterns, for clicks. */
export const PATTERNS_TRACE = 0;

const column = (values: Float64Array, columns: number, k: number): number[] =>
  Array.from({ length: values.length / columns }, (_, n) => values[n * columns + k] ?? NaN);

const seriesOf = ({ reply, truth }: Fits, style: InfluenceStyle) => [
  { name: 'as it is', line: style.before, outputs: reply.outputs },
  { name: 'predicted', line: style.predicted, outputs: reply.predicted?.outputs ?? null },
  { name: 'retrained', line: style.truth, outputs: truth?.outputs ?? null },
];

/** The chosen pattern, and where its target goes. */
function chosen({ batch, edit, grid }: Shown, K: number, { ink }: Drawing): ScatterTrace[] {
  const D = batch.inputs.length / batch.N;
  const x = batch.inputs[edit.n * D];
  const yOf = (target: number | undefined) => (D === 1 ? target : batch.inputs[edit.n * D + 1]);
  const ring: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    name: edit.kind === 'remove' ? 'removed' : 'moved',
    x: [x],
    y: [yOf(batch.targets[edit.n * K])],
    marker: { color: 'rgba(0,0,0,0)', size: 15, symbol: 'circle', line: { color: ink.ink, width: 2 } },
    hoverinfo: 'skip',
  };
  if (edit.kind === 'remove' || D !== 1) return [ring];
  const [low, high] = grid.y;
  const target = Math.max(low, Math.min(high, edit.target[0] ?? NaN));
  const arrow: ScatterTrace = {
    type: 'scatter',
    mode: 'lines+markers',
    showlegend: false,
    x: [x, x],
    y: [batch.targets[edit.n * K], target],
    line: { color: ink.ink, width: 1, dash: 'dot' },
    marker: { color: ink.ink, size: [0, 9], symbol: 'diamond-open' },
    hoverinfo: 'skip',
  };
  return [ring, arrow];
}

function curves(shown: Shown, K: number, { style, ink }: Drawing): ScatterTrace[] {
  const { grid, batch } = shown;
  const x = Array.from(grid.inputs);
  const patterns: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    name: 'patterns',
    x: column(batch.inputs, 1, 0),
    y: column(batch.targets, K, 0),
    marker: { color: ink.ink2, size: 6 },
    hovertemplate: 'pattern %{pointNumber}<br>x %{x:.3~g}, t %{y:.3~g}<extra></extra>',
    text: Array.from({ length: batch.N }, (_, n) => n + 1),
  };
  const lines = seriesOf(shown, style).flatMap(({ name, line, outputs }) =>
    outputs === null
      ? []
      : Array.from({ length: K }, (_, k): ScatterTrace => ({
          type: 'scatter',
          mode: 'lines',
          name,
          legendgroup: name,
          showlegend: k === 0,
          x,
          y: column(outputs, K, k),
          line,
          hoverinfo: 'skip',
        })),
  );
  return [
    { ...patterns, hovertemplate: 'pattern %{text}<br>x %{x:.3~g}, t %{y:.3~g}<extra></extra>' },
    ...lines,
  ];
}

/** Where an output has a level: the border of a class, or half way between the smallest and largest target. */
function borders(shown: Shown, K: number, { style, colours }: Drawing): Trace[] {
  const { grid, batch, edit, classes } = shown;
  const own =
    classes && K > 1 ? column(batch.targets.subarray(edit.n * K, (edit.n + 1) * K), 1, 0).indexOf(1) : 0;
  const targets = column(batch.targets, K, own);
  const level = classes ? 0.5 : (Math.min(...targets) + Math.max(...targets)) / 2;
  const across = column(grid.inputs, 2, 0).slice(0, grid.columns);
  const upward = column(grid.inputs, 2, 1).filter((_, at) => at % grid.columns === 0);
  const isIn = targets.map((t) => t > level);
  const patterns: ScatterTrace = {
    type: 'scatter',
    mode: 'markers',
    name: 'patterns',
    showlegend: false,
    x: column(batch.inputs, 2, 0),
    y: column(batch.inputs, 2, 1),
    text: targets.map((t, n) => `pattern ${n + 1}, t ${t}`),
    marker: {
      color: isIn.map((inside) => cycle(colours, inside ? 2 : 3)),
      symbol: isIn.map((inside) => (inside ? 'circle' : 'square')),
      size: 7,
      opacity: 0.75,
    },
    hovertemplate: '%{text}<extra></extra>',
  };
  const lines = seriesOf(shown, style).flatMap(({ name, line, outputs }): readonly Trace[] => {
    if (outputs === null) return [];
    const values = column(outputs, K, own);
    const z = upward.map((_, row) => values.slice(row * grid.columns, (row + 1) * grid.columns));
    return [
      {
        type: 'contour',
        x: across,
        y: upward,
        z,
        showscale: false,
        contours: { start: level, end: level, size: 1, coloring: 'none' },
        line,
        hoverinfo: 'skip',
      },
      // a contour has no line in the legend
      { type: 'scatter', mode: 'lines', name, x: [null], y: [null], line, hoverinfo: 'skip' },
    ];
  });
  return [patterns, ...lines];
}

/** The fit before, predicted and retrained: curves over one input, borders over two. */
export function fitFigure(shown: Shown, drawing: Drawing): FigureSpec {
  const { grid, batch } = shown;
  const K = batch.targets.length / batch.N;
  const isCurve = grid.rows === 1;
  const traces = isCurve ? curves(shown, K, drawing) : borders(shown, K, drawing);
  return {
    traces: [...traces, ...chosen(shown, K, drawing)],
    layout: {
      xaxis: { title: { text: isCurve ? 'x' : 'x₁', standoff: 6 }, range: grid.x, zeroline: false },
      yaxis: { title: { text: isCurve ? 'y' : 'x₂', standoff: 6 }, range: grid.y, zeroline: false },
      hovermode: 'closest',
      margin: { l: 48, r: 10, t: 10, b: 44 },
    },
  };
}
