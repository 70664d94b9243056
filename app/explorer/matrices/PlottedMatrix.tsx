import Plotly, { type PlotlyPoint } from 'plotly.js/lib/core';
import heatmap from 'plotly.js/lib/heatmap';
import { useEffect, useState } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useResults } from '../../state/results.ts';
import { type Entry, hoverEntry, selectEntry } from '../../state/selection.ts';
import { type Theme, useTheme } from '../../theme/theme.ts';
import type { Boundaries } from './boundaries.ts';
import { focusMatrix } from './focusedMatrix.ts';
import { halfWidths } from './halfWidths.ts';
import { figureConfig, figureData, figureLayout, type FigureStyle } from './plottedFigure.ts';
import { plottedCells } from './plottedCells.ts';

Plotly.register([heatmap]);

/** plotly.js takes tens of milliseconds for a picture: four a second leave room for everything else. */
const PAUSE_MILLISECONDS = 250;

function styleNow(id: MatrixId, theme: Theme): FigureStyle {
  const token = (name: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const { view } = useExperiment.getState().experiment;
  return {
    theme,
    transfer: view.transfer,
    largest: halfWidths(useResults.getState().snapshot?.value.matrices ?? {}, view)(id),
    ink: token('--ink-2'),
    hairline: token('--hairline'),
    card: token('--card'),
    font: token('--font-ui'),
  };
}

async function draw(element: HTMLElement, id: MatrixId, boundaries: Boundaries, theme: Theme): Promise<void> {
  const matrix = useResults.getState().snapshot?.value.matrices[id];
  if (matrix === undefined) return;
  const cells = plottedCells(matrix);
  if (cells.W !== boundaries.W) return;
  const style = styleNow(id, theme);
  const plot = await Plotly.react(
    element,
    [figureData(cells, style)],
    figureLayout(boundaries, style),
    figureConfig,
  );
  const entryOf = ([point]: readonly PlotlyPoint[]): Entry | null => {
    const [row, column] = point?.pointIndex ?? [];
    if (row === undefined || column === undefined) return null;
    return { row: cells.starts[row] ?? 0, column: cells.starts[column] ?? 0 };
  };
  // plotly.js listens to its own events too: only ours are taken away.
  for (const name of ['plotly_hover', 'plotly_unhover', 'plotly_click'] as const)
    plot.removeAllListeners(name);
  plot.on('plotly_hover', ({ points }) => {
    focusMatrix(id);
    hoverEntry(entryOf(points));
  });
  plot.on('plotly_unhover', () => hoverEntry(null));
  plot.on('plotly_click', ({ points }) => selectEntry(entryOf(points)));
}

/** Calls `act` now and after every change of results or view, at most once per pause. */
function followThrottled(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      act();
    }, PAUSE_MILLISECONDS);
  };
  const stops = [useResults.subscribe(later), useExperiment.subscribe(later)];
  act();
  return () => {
    stops.forEach((stop) => stop());
    if (timer !== null) clearTimeout(timer);
  };
}

export interface PlottedMatrixProps {
  readonly id: MatrixId;
  readonly boundaries: Boundaries;
}

/** A matrix to be read rather than watched: axes, zoom, a colour bar. Loaded when first needed. */
export default function PlottedMatrix({ id, boundaries }: PlottedMatrixProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const theme = useTheme((state) => state.theme);
  useEffect(() => {
    if (element === null) return;
    return followThrottled(() => {
      draw(element, id, boundaries, theme).catch((reason: unknown) =>
        setFailure(reason instanceof Error ? reason : new Error(String(reason))),
      );
    });
  }, [element, id, boundaries, theme]);
  useEffect(() => (element === null ? undefined : () => Plotly.purge(element)), [element]);
  if (failure !== null) throw failure;
  return <div ref={setElement} />;
}
