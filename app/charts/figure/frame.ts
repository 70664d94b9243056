import type { Size } from '../../controls/useSize.ts';
import { onAxis, type Range, rangeOf } from './range.ts';
import type { AxisSpec, FigureLayout, Trace } from './spec.ts';
import { type Tick, ticksOf } from './ticks.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An axis on the page. */
export interface FrameAxis {
  readonly spec: AxisSpec;
  readonly range: Range;
  readonly ticks: readonly Tick[];
  /** Pixels of a place on the axis, of a logarithmic one of the logarithm. */
  readonly pixelOf: (at: number) => number;
  /** Pixels of a value. */
  readonly pixel: (value: number | null | undefined) => number;
}

/** The level axis, its ticks' texts turned where they would meet. */
export interface FrameX extends FrameAxis {
  readonly turned: boolean;
  /** Pixels from the plot down to the title. */
  readonly titleBelow: number;
}

/** An upright axis with the plot it belongs to. */
export interface FrameY extends FrameAxis {
  readonly box: Box;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Everything between the axes. */
  readonly plot: Box;
  readonly x: FrameX;
  readonly y: FrameY;
  /** A second upright axis: to the right, or of a second plot. */
  readonly y2: FrameY | null;
}

/** Width in pixels of a text with its tags. */
export type Measure = (text: string) => number;

export const TITLE_ROOM = 20;
export const TICK_GAP = 6;
const BESIDE_TICKS = 6;
const TICK_HEIGHT = 20;
/** Between two texts side by side. */
const APART = 8;
const EDGE = 8;
/** Pixels that a tick asks for. */
const PER_TICK = { x: 78, y: 44 };
/** Beyond this a path is cut: browsers lose pixels far away. */
const FAR = 1e5;

const near = (pixel: number): number => Math.max(-FAR, Math.min(FAR, pixel));

function placed(spec: AxisSpec, range: Range, ticks: readonly Tick[], from: number, to: number): FrameAxis {
  const scale = (to - from) / (range.high - range.low);
  const pixelOf = (at: number): number => near(from + (at - range.low) * scale);
  return { spec, range, ticks, pixelOf, pixel: (value) => pixelOf(onAxis(spec, value)) };
}

const roomFor = (pixels: number, each: number): number => Math.max(2, Math.floor(pixels / each));

/** Beside the ticks and the title of an upright axis. */
function besideOf(spec: AxisSpec, ticks: readonly Tick[], measure: Measure): number {
  if (spec.showticklabels === false) return 2;
  const widest = Math.max(0, ...ticks.map(({ text }) => measure(text)));
  return widest + TICK_GAP + BESIDE_TICKS + (spec.title?.text === undefined ? 0 : TITLE_ROOM);
}

/** Whether two neighbouring texts would meet, and what they then take below the plot. */
function turnOf({ range, ticks }: Pick<FrameAxis, 'range' | 'ticks'>, width: number, measure: Measure) {
  const widths = ticks.map(({ text }) => measure(text));
  const meets = ticks.some(({ at }, k) => {
    const before = ticks[k - 1];
    if (before === undefined) return false;
    const gap = ((at - before.at) / (range.high - range.low)) * width;
    return gap < ((widths[k - 1] ?? 0) + (widths[k] ?? 0)) / 2 + APART;
  });
  return { turned: meets, below: meets ? Math.max(...widths) + TICK_GAP : TICK_HEIGHT };
}

/** The plot made narrower or lower until a unit is as long on both axes. */
function equalUnits(box: Box, x: Range, y: Range): Box {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const unit = Math.min(width / (x.high - x.low), height / (y.high - y.low));
  const across = (width - unit * (x.high - x.low)) / 2;
  const down = (height - unit * (y.high - y.low)) / 2;
  return {
    left: box.left + across,
    right: box.right - across,
    top: box.top + down,
    bottom: box.bottom - down,
  };
}

const partOf = (box: Box, [from, to]: readonly [number, number]): Box => ({
  ...box,
  top: box.bottom - to * (box.bottom - box.top),
  bottom: box.bottom - from * (box.bottom - box.top),
});

const tracesOn = (traces: readonly Trace[], axis: 'y' | 'y2'): readonly Trace[] =>
  traces.filter((trace) => ((trace.type === 'scatter' ? trace.yaxis : undefined) ?? 'y') === axis);

/** Where axes, ticks and plot stand; `beside`: room kept on the right. */
export function frameOf(
  traces: readonly Trace[],
  { xaxis = {}, yaxis = {}, yaxis2 }: FigureLayout,
  { width, height }: Size,
  measure: Measure,
  beside: number,
): Frame {
  const bare = xaxis.showticklabels === false;
  const top = bare ? 2 : EDGE;
  const ranges = {
    x: rangeOf(xaxis, traces, 'x'),
    y: rangeOf(yaxis, tracesOn(traces, 'y'), 'y'),
    y2: yaxis2 === undefined ? null : rangeOf(yaxis2, tracesOn(traces, 'y2'), 'y'),
  };
  const named = ticksOf(xaxis, ranges.x.low, ranges.x.high, roomFor(width, PER_TICK.x));
  const turn =
    xaxis.ticktext === undefined
      ? { turned: false, below: TICK_HEIGHT }
      : turnOf({ range: ranges.x, ticks: named }, 0.9 * width, measure);
  const bottom = height - (bare ? 2 : turn.below + (xaxis.title?.text === undefined ? 4 : TITLE_ROOM));
  const upright = (spec: AxisSpec, { low, high }: Range): readonly Tick[] => {
    const [from, to] = spec.domain ?? [0, 1];
    return ticksOf(spec, low, high, roomFor((to - from) * (bottom - top), PER_TICK.y));
  };
  const yTicks = upright(yaxis, ranges.y);
  const y2Ticks = yaxis2 === undefined || ranges.y2 === null ? [] : upright(yaxis2, ranges.y2);
  const isRight = yaxis2?.side === 'right';
  const secondRoom = yaxis2 === undefined ? 0 : besideOf(yaxis2, y2Ticks, measure);
  const left = Math.max(besideOf(yaxis, yTicks, measure), isRight ? 0 : secondRoom);
  const right = width - Math.max(isRight ? secondRoom : 0, beside, bare ? 2 : EDGE + TICK_GAP);
  const whole = { left, right: Math.max(left + 1, right), top, bottom };
  const plot = yaxis.scaleanchor === 'x' ? equalUnits(whole, ranges.x, ranges.y) : whole;
  const xTicks = ticksOf(xaxis, ranges.x.low, ranges.x.high, roomFor(plot.right - plot.left, PER_TICK.x));
  const uprightIn = (spec: AxisSpec, range: Range, ticks: readonly Tick[]): FrameY => {
    const box = spec.domain === undefined ? plot : partOf(plot, spec.domain);
    return { ...placed(spec, range, ticks, box.bottom, box.top), box };
  };
  return {
    width,
    height,
    plot,
    x: {
      ...placed(xaxis, ranges.x, xTicks, plot.left, plot.right),
      turned: turn.turned,
      titleBelow: turn.below + TITLE_ROOM - 4,
    },
    y: uprightIn(yaxis, ranges.y, yTicks),
    y2: yaxis2 === undefined || ranges.y2 === null ? null : uprightIn(yaxis2, ranges.y2, y2Ticks),
  };
}
