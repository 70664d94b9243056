import { bandColours, heightsOf } from './contour.ts';
import { type Frame, type Measure, TICK_GAP } from './frame.ts';
import { px, type ScenePath, type SceneText } from './scene.ts';
import type { ContourTrace, Trace } from './spec.ts';
import { tickText } from './ticks.ts';
import { roundTicks } from '../roundNumbers.ts';

const FROM_PLOT = 12;
const FEW = 6;
const TEXT_HEIGHT = 14;

interface Bar {
  readonly trace: ContourTrace;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly room: number;
}

/** The bar beside a filled surface with the room it takes; null where no surface asks for one. */
export function colourBarOf(traces: readonly Trace[], measure: Measure): Bar | null {
  const trace = traces.find(
    (one): one is ContourTrace =>
      one.type === 'contour' && one.showscale !== false && one.contours?.coloring !== 'none',
  );
  if (trace === undefined) return null;
  const { low, high } = heightsOf(trace);
  if (!(low < high)) return null;
  const { tickvals, ticktext, thickness = 10 } = trace.colorbar ?? {};
  const ticks = (tickvals ?? roundTicks(low, high, FEW)).map((value, k) => ({
    value,
    text: ticktext?.[k] ?? tickText(value),
  }));
  const widest = Math.max(0, ...ticks.map(({ text }) => measure(text)));
  return { trace, ticks, room: FROM_PLOT + thickness + TICK_GAP + widest + 4 };
}

/** The bands one above the other, with their heights. */
export function drawnBar(
  { plot }: Frame,
  { trace, ticks }: Bar,
): { readonly paths: readonly ScenePath[]; readonly texts: readonly SceneText[] } {
  const heights = heightsOf(trace);
  const { low, high, levels } = heights;
  const { thickness = 10, title } = trace.colorbar ?? {};
  const top = plot.top + (title === undefined ? 0 : 16);
  const left = plot.right + FROM_PLOT;
  const yAt = (value: number): number =>
    plot.bottom - ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (plot.bottom - top);
  const paths = bandColours(trace, heights).map((fill, k): ScenePath => {
    const [from, to] = [yAt(levels[k - 1] ?? low), yAt(levels[k] ?? high)];
    return { d: `M${px(left)},${px(from)}H${px(left + thickness)}V${px(to)}H${px(left)}Z`, fill };
  });
  const apart = Math.abs(yAt(ticks[1]?.value ?? high) - yAt(ticks[0]?.value ?? low));
  const every = Math.max(1, Math.ceil(TEXT_HEIGHT / apart));
  const shown = ticks.filter((_, k) => k % every === 0);
  const texts = shown.map(({ value, text }): SceneText => ({
    x: left + thickness + TICK_GAP,
    y: yAt(value),
    text,
    anchor: 'start',
    baseline: 'middle',
  }));
  const name: readonly SceneText[] =
    title === undefined
      ? []
      : [{ x: left, y: plot.top, text: title.text, anchor: 'start', baseline: 'hanging' }];
  return { paths, texts: [...texts, ...name] };
}
