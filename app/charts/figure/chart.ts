import { drawnAxes } from './axes.ts';
import { colourBarOf, drawnBar } from './colourBar.ts';
import { contourPaths } from './contour.ts';
import type { Size } from '../../controls/useSize.ts';
import { type Frame, frameOf, type Measure } from './frame.ts';
import { drawnNotes, shapePaths } from './overlays.ts';
import { pointsOf, scatterPaths } from './scatter.ts';
import type { ScenePath, SceneText } from './scene.ts';
import type { FigureSpec } from './spec.ts';
import type { Series } from './tips.ts';

/** A figure at a size, ready to be drawn. */
export interface Chart {
  readonly frame: Frame;
  readonly paths: readonly ScenePath[];
  readonly texts: readonly SceneText[];
  readonly series: readonly Series[];
}

const colours = { grid: 'var(--hairline)', zero: 'var(--ink-3)' };

/** Grid below, then shapes that lie below, traces in their order, and what is laid over them. */
export function chartOf({ traces, layout }: FigureSpec, size: Size, measure: Measure): Chart {
  const bar = colourBarOf(traces, measure);
  const frame = frameOf(traces, layout, size, measure, bar?.room ?? 0);
  const { shapes = [], annotations = [] } = layout;
  const axes = drawnAxes(frame, colours);
  const notes = drawnNotes(frame, annotations);
  const colourBar = bar === null ? { paths: [], texts: [] } : drawnBar(frame, bar);
  const series = traces.map((trace, index): Series => ({
    trace,
    index,
    points: trace.type === 'scatter' ? pointsOf(frame, trace) : [],
  }));
  const drawn = series.flatMap(({ trace, points }, k) =>
    trace.type === 'contour'
      ? contourPaths(frame, trace)
      : scatterPaths(frame, trace, points, series[k - 1]?.points ?? []),
  );
  const isBelow = ({ layer }: (typeof shapes)[number]): boolean => layer === 'below';
  return {
    frame,
    paths: [
      ...axes.paths,
      ...shapePaths(frame, shapes.filter(isBelow)),
      ...drawn,
      ...shapePaths(
        frame,
        shapes.filter((shape) => !isBelow(shape)),
      ),
      ...notes.paths,
      ...colourBar.paths,
    ],
    texts: [...axes.texts, ...notes.texts, ...colourBar.texts],
    series,
  };
}
