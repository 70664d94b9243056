import type { Frame } from './frame.ts';
import { px, type ScenePath, type SceneText } from './scene.ts';
import { strokeOf } from './scatter.ts';
import type { ArrowNote, FigureLayout, ShapeSpec, TextNote } from './spec.ts';

const share = (from: number, to: number, part: number): number => from + part * (to - from);

function outlineOf({ plot, x, y }: Frame, { type, xref, yref, x0, x1, y0, y1 }: ShapeSpec): string {
  const across = (value: number) => (xref === 'paper' ? share(plot.left, plot.right, value) : x.pixel(value));
  const upward = (value: number) => (yref === 'paper' ? share(plot.bottom, plot.top, value) : y.pixel(value));
  const [left, right, bottom, top] = [across(x0), across(x1), upward(y0), upward(y1)].map(px);
  if (type === 'line') return `M${left},${bottom}L${right},${top}`;
  if (type === 'rect') return `M${left},${bottom}H${right}V${top}H${left}Z`;
  const [rx, ry] = [Math.abs(across(x1) - across(x0)) / 2, Math.abs(upward(y1) - upward(y0)) / 2].map(px);
  const middle = px((upward(y0) + upward(y1)) / 2);
  return `M${left},${middle}A${rx},${ry} 0 1,0 ${right},${middle}A${rx},${ry} 0 1,0 ${left},${middle}Z`;
}

/** Lines, rectangles and circles of the layout. */
export function shapePaths(frame: Frame, shapes: readonly ShapeSpec[]): readonly ScenePath[] {
  return shapes.map((shape) => {
    const { line, fillcolor, opacity, type } = shape;
    return {
      d: outlineOf(frame, shape),
      ...(line.width === 0 ? {} : strokeOf(line)),
      ...(type === 'line' || fillcolor === undefined ? {} : { fill: fillcolor }),
      ...(opacity === undefined ? {} : { opacity }),
      within: frame.plot,
    };
  });
}

const anchors = { left: 'start', right: 'end' } as const;
const baselines = { top: 'hanging', bottom: 'auto' } as const;
const LIFT = 3;

function noteText(frame: Frame, note: TextNote): SceneText {
  const { plot } = frame;
  const x = note.xref === 'paper' ? share(plot.left, plot.right, note.x) : frame.x.pixelOf(note.x);
  const y = note.yref === 'paper' ? share(plot.bottom, plot.top, note.y) : frame.y.pixelOf(note.y);
  const { color, size } = note.font ?? {};
  return {
    x: x + (note.xshift ?? 0),
    y: y + (note.yanchor === 'bottom' ? -LIFT : note.yanchor === 'top' ? LIFT : 0),
    text: note.text,
    anchor: note.xanchor === undefined ? 'middle' : anchors[note.xanchor],
    baseline: note.yanchor === undefined ? 'middle' : baselines[note.yanchor],
    ...(color === undefined ? {} : { colour: color }),
    ...(size === undefined ? {} : { size }),
  };
}

/** Of an arrow's head, in widths of its line. */
const HEAD = { long: 5, wide: 2.4 };

function arrowPaths(frame: Frame, { x, y, ax, ay, arrowwidth, arrowcolor }: ArrowNote): readonly ScenePath[] {
  const [fromX, fromY] = [frame.x.pixelOf(ax), frame.y.pixelOf(ay)];
  const [toX, toY] = [frame.x.pixelOf(x), frame.y.pixelOf(y)];
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (!(length > 0)) return [];
  const [ux, uy] = [(toX - fromX) / length, (toY - fromY) / length];
  const [long, wide] = [HEAD.long * arrowwidth, HEAD.wide * arrowwidth];
  const [neckX, neckY] = [toX - long * ux, toY - long * uy];
  const side = (sign: number): string => `${px(neckX - sign * wide * uy)},${px(neckY + sign * wide * ux)}`;
  return [
    { d: `M${px(fromX)},${px(fromY)}L${px(neckX)},${px(neckY)}`, stroke: arrowcolor, width: arrowwidth },
    { d: `M${px(toX)},${px(toY)}L${side(1)}L${side(-1)}Z`, fill: arrowcolor },
  ];
}

type Notes = NonNullable<FigureLayout['annotations']>;

const isText = (note: Notes[number]): note is TextNote => !note.showarrow;

/** Texts within the plot's axes, and arrows. */
export function drawnNotes(
  frame: Frame,
  notes: Notes,
): { readonly paths: readonly ScenePath[]; readonly texts: readonly SceneText[] } {
  return {
    paths: notes.flatMap((note) => (isText(note) ? [] : arrowPaths(frame, note))),
    texts: notes
      .filter(isText)
      .map((note) => noteText(frame, note))
      .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)),
  };
}
