import { colourAt } from '../../charts/colourScale.ts';
import { ticksOf, type TransferKind, transfers } from '../../charts/transfer.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Boundaries } from './boundaries.ts';
import type { PlottedCells } from './plottedCells.ts';

export interface FigureStyle {
  readonly theme: Theme;
  readonly transfer: TransferKind;
  readonly largest: number;
  readonly ink: string;
  readonly card: string;
  readonly font: string;
}

const STOPS = 64;

const colourscaleOf = (theme: Theme): [number, string][] =>
  Array.from({ length: STOPS + 1 }, (_, at) => [at / STOPS, colourAt(theme, (2 * at) / STOPS - 1)]);

type Floats = Float64Array | Float32Array;

const rowsOf = (values: Floats, cells: number): Floats[] =>
  Array.from({ length: cells }, (_, row) => values.subarray(row * cells, (row + 1) * cells));

/** Colours follow the transfer; the tip shows the true entries. */
export function figureData({ cells, values, starts, W }: PlottedCells, style: FigureStyle): object {
  const { position } = transfers[style.transfer];
  const colours = Float32Array.from(values, (value) =>
    style.largest > 0 ? position(value / style.largest) : 0,
  );
  const ends = [
    { value: -style.largest, position: -1 },
    ...ticksOf(style.transfer, style.largest),
    { value: style.largest, position: 1 },
  ];
  // Cell edges in entries counted from 1, so that pooled cells stand where their entries are.
  const edges = [...starts, W].map((start) => start + 0.5);
  return {
    type: 'heatmap',
    x: edges,
    y: edges,
    z: rowsOf(colours, cells),
    zmin: -1,
    zmax: 1,
    colorscale: colourscaleOf(style.theme),
    hoverinfo: 'none',
    colorbar: {
      thickness: 12,
      outlinewidth: 0,
      tickvals: ends.map((tick) => tick.position),
      ticktext: ends.map((tick) => formatNumber(tick.value, 3)),
    },
  };
}

function axisOf({ layers }: Boundaries): object {
  return {
    constrain: 'domain',
    showgrid: false,
    zeroline: false,
    tickvals: layers.map(({ start, end }) => (start + end + 1) / 2),
    ticktext: layers.map(({ name }) => name),
    ticks: '',
  };
}

export function figureLayout(boundaries: Boundaries, style: FigureStyle): object {
  const { W, layers } = boundaries;
  const line = { type: 'line', line: { color: style.ink, width: 1 }, opacity: 0.35 };
  const axis = axisOf(boundaries);
  return {
    autosize: true,
    margin: { l: 30, r: 8, t: 30, b: 30 },
    paper_bgcolor: style.card,
    plot_bgcolor: style.card,
    font: { family: style.font, size: 12, color: style.ink },
    xaxis: { ...axis, side: 'top', range: [0.5, W + 0.5] },
    yaxis: { ...axis, tickangle: -90, autorange: 'reversed', scaleanchor: 'x' },
    shapes: layers.slice(1).flatMap(({ start }) => [
      { ...line, x0: start + 0.5, x1: start + 0.5, y0: 0.5, y1: W + 0.5 },
      { ...line, y0: start + 0.5, y1: start + 0.5, x0: 0.5, x1: W + 0.5 },
    ]),
    dragmode: 'zoom',
    // The same value keeps the reader's zoom when the numbers change.
    uirevision: W,
  };
}
