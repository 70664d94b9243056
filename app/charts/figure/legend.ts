import { markerPaths } from './markers.ts';
import { strokeOf } from './scatter.ts';
import type { ScenePath } from './scene.ts';
import type { FigureLayout, MarkerStyle, ScatterTrace, Trace } from './spec.ts';

/** Of the sample beside a name, in pixels. */
export const SAMPLE = { width: 26, height: 12 };

export interface LegendEntry {
  /** With `<sub>` and `<sup>`. */
  readonly name: string;
  readonly sample: readonly ScenePath[];
}

/** The largest mark that a sample has room for. */
const LARGEST = 9;
const small = (marker: MarkerStyle): MarkerStyle =>
  typeof marker.size === 'number' && marker.size > LARGEST ? { ...marker, size: LARGEST } : marker;

function sampleOf({
  mode,
  line = {},
  marker = {},
  fill,
  fillcolor,
  opacity = 1,
}: ScatterTrace): readonly ScenePath[] {
  const { width, height } = SAMPLE;
  const middle = { x: width / 2, y: height / 2, at: 0 };
  const level = `M0,${height / 2}H${width}`;
  const paths: ScenePath[] = [];
  if (fill !== undefined && fillcolor !== undefined)
    paths.push({ d: `M0,1H${width}V${height - 1}H0Z`, fill: fillcolor });
  if (mode !== 'markers' && line.width !== 0) paths.push({ d: level, ...strokeOf(line) });
  if (mode !== 'lines') paths.push(...markerPaths(small(marker), [middle]));
  return opacity === 1 ? paths : paths.map((path) => ({ ...path, opacity }));
}

const isNamed = (trace: Trace): trace is ScatterTrace & { readonly name: string } =>
  trace.type === 'scatter' && trace.name !== undefined && trace.showlegend !== false;

/** The series that have a name, with a sample each; none where the layout wants none or there is but one. */
export function legendOf(
  traces: readonly Trace[],
  { showlegend = true }: FigureLayout,
): readonly LegendEntry[] {
  if (!showlegend) return [];
  return traces.filter(isNamed).map((trace) => ({ name: trace.name, sample: sampleOf(trace) }));
}
