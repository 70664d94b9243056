import type { Mark, MarkId, PlotData } from './plotData.ts';
import type { PointEditing } from './usePointEditing.ts';

/** Steps from one end of the plot to the other by arrow keys. */
const STEPS = 100;
const LONG_STEP = 10;

const directions: Readonly<Partial<Record<string, readonly [right: number, up: number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const walks: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  '[': (at, count) => (at <= 0 ? count - 1 : at - 1),
  ']': (at, count) => (at + 1) % count,
  PageUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
  PageDown: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const isSame = (mark: Mark, id: MarkId | null): boolean =>
  id !== null && mark.point === id.point && mark.output === id.output;

/** Marks as one meets them from left to right. */
export const inOrder = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort((a, b) => a.x - b.x || a.y - b.y || a.point - b.point);

/** The mark that a walk of the given kind leads to. */
export function walkTo(marks: readonly Mark[], from: MarkId | null, key: string): Mark | null {
  const ordered = inOrder(marks);
  const walk = walks[key];
  if (walk === undefined) return null;
  return (
    ordered[
      walk(
        ordered.findIndex((mark) => isSame(mark, from)),
        ordered.length,
      )
    ] ?? null
  );
}

const middle = ([a, b]: readonly [number, number]): number => (a + b) / 2;

function addFromKey(data: PlotData, mark: Mark | undefined, editing: PointEditing): void {
  const like = mark ?? data.marks[0];
  if (like === undefined) return;
  const dx = (data.x[1] - data.x[0]) / 20;
  const right = like.x + dx < data.x[1] ? like.x + dx : like.x - dx;
  editing.add(like, mark === undefined ? { x: middle(data.x), y: middle(data.y) } : { x: right, y: like.y });
}

/** What a key does on the plot; true when it did something. */
export function pressKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  data: PlotData,
  editing: PointEditing,
): boolean {
  const mark = data.marks.find((one) => isSame(one, editing.selected));
  const next = walkTo(data.marks, editing.selected, key);
  const direction = directions[key];
  if (next !== null) editing.select(next);
  else if (key === 'a' || key === 'A') addFromKey(data, mark, editing);
  else if (mark === undefined) return false;
  else if (direction !== undefined) {
    const step = (shiftKey ? LONG_STEP : 1) / STEPS;
    editing.move(mark, {
      x: mark.x + direction[0] * step * (data.x[1] - data.x[0]),
      y: mark.y + direction[1] * step * (data.y[1] - data.y[0]),
    });
  } else if (key === 'Delete' || key === 'Backspace') {
    const neighbour = walkTo(data.marks, mark, ']');
    editing.remove(mark, neighbour?.point === mark.point ? null : neighbour);
  } else if (key === 'Escape') editing.select(null);
  else return false;
  return true;
}
