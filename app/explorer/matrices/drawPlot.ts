import { plotConfig } from '../../charts/plotConfig.ts';
import { Plotly, type PlotlyPoint } from '../../charts/plotting.ts';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Entry } from '../../state/selection.ts';
import type { Lab } from '../../state/lab.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Boundaries } from './boundaries.ts';
import { halfWidths } from './halfWidths.ts';
import { type PlottedCells, plottedCells } from './plottedCells.ts';
import { figureData, figureLayout, type FigureStyle } from './plottedFigure.ts';

export { Plotly };

/** plotly.js takes tens of milliseconds for a picture: four a second leave room for everything else. */
const PAUSE_MILLISECONDS = 250;

/** What stands beside the pointer, and where in the plot. */
export interface PlotTip {
  readonly x: number;
  readonly y: number;
  readonly place: string;
  readonly value: string;
}

export interface Plot {
  readonly lab: Lab;
  readonly id: MatrixId;
  readonly boundaries: Boundaries;
  readonly theme: Theme;
  readonly onTip: (tip: PlotTip | null) => void;
}

function styleNow(lab: Lab, id: MatrixId, theme: Theme): FigureStyle {
  const page = getComputedStyle(document.documentElement);
  const token = (name: string): string => page.getPropertyValue(name).trim();
  const { view } = lab.experiment.getState().experiment;
  return {
    theme,
    transfer: view.transfer,
    largest: halfWidths(lab.results.getState().snapshot?.value.matrices ?? {}, view)(id),
    ink: token('--ink-2'),
    card: token('--card'),
    font: token('--font-ui'),
  };
}

const entryOf = ({ starts }: PlottedCells, { pointIndex: [row, column] }: PlotlyPoint): Entry => ({
  row: starts[row] ?? 0,
  column: starts[column] ?? 0,
});

function tipOf(cells: PlottedCells, point: PlotlyPoint): PlotTip {
  const { row, column } = entryOf(cells, point);
  const [atRow, atColumn] = point.pointIndex;
  return {
    x: point.bbox.x1,
    y: point.bbox.y1,
    place: `row ${row + 1}, column ${column + 1}`,
    value: formatNumber(cells.values[atRow * cells.cells + atColumn] ?? NaN, 6),
  };
}

/** Draws the newest matrix; without one, or while the network changes, nothing. */
export async function drawPlot(
  element: HTMLElement,
  { lab, id, boundaries, theme, onTip }: Plot,
): Promise<void> {
  const matrix = lab.results.getState().snapshot?.value.matrices[id];
  if (matrix === undefined) return;
  const cells = plottedCells(matrix);
  if (cells.W !== boundaries.W) return;
  const style = styleNow(lab, id, theme);
  const plot = await Plotly.react(
    element,
    [figureData(cells, style)],
    figureLayout(boundaries, style),
    plotConfig,
  );
  // The listeners of the last picture knew other numbers.
  for (const name of ['plotly_hover', 'plotly_unhover', 'plotly_click'] as const)
    plot.removeAllListeners(name);
  plot.on('plotly_hover', ({ points: [point] }) => {
    if (point === undefined) return;
    lab.focused.setState({ matrix: id });
    lab.selection.setState({ hover: entryOf(cells, point) });
    onTip(tipOf(cells, point));
  });
  plot.on('plotly_unhover', () => {
    lab.selection.setState({ hover: null });
    onTip(null);
  });
  plot.on('plotly_click', ({ points: [point] }) => {
    if (point !== undefined) lab.selection.setState({ entry: entryOf(cells, point) });
  });
}

/** Calls `act` now and after every change of results or document, at most once per pause. @returns stops it. */
export function followThrottled(lab: Lab, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      act();
    }, PAUSE_MILLISECONDS);
  };
  const stops = [lab.results.subscribe(later), lab.experiment.subscribe(later)];
  act();
  return () => {
    stops.forEach((stop) => stop());
    if (timer !== null) clearTimeout(timer);
  };
}
