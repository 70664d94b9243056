import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { plotDataOf, type MarkId } from './plotData.ts';
import { frameOf, margins, nearestMark, valueAt } from './plotFrame.ts';
import { pressKey, walkTo } from './plotKeys.ts';
import type { PointEditing } from './usePointEditing.ts';

const plot = plotDataOf({ inputs: [[3], [1], [2]], targets: [[0.1], [0.2], [0.3]] }, 0);
if (plot === null) throw new Error('no plot');

const editingOf = (selected: MarkId | null) => ({
  selected,
  problem: null,
  select: vi.fn<PointEditing['select']>(),
  move: vi.fn<PointEditing['move']>(),
  finishMove: vi.fn<PointEditing['finishMove']>(),
  add: vi.fn<PointEditing['add']>(),
  remove: vi.fn<PointEditing['remove']>(),
});
const press = (key: string, point: number | null, shiftKey = false) => {
  const editing = editingOf(point === null ? null : { point, output: 0 });
  return { editing, done: pressKey({ key, shiftKey }, plot, editing) };
};
const chosen = (editing: ReturnType<typeof editingOf>) => editing.select.mock.calls[0]?.[0]?.point;

describe('keys of the plot', () => {
  test('] and [ walk from left to right and back, around the ends', () => {
    expect([null, 1, 2, 0].map((point) => chosen(press(']', point).editing))).toEqual([1, 2, 0, 1]);
    expect([null, 1, 2, 0].map((point) => chosen(press('[', point).editing))).toEqual([0, 0, 1, 2]);
  });

  test('arrow keys move by a hundredth of the window, ten times that with shift', () => {
    const width = plot.x[1] - plot.x[0];
    const { editing } = press('ArrowLeft', 2);
    expect(editing.move.mock.calls[0]?.[1].x).toBeCloseTo(2 - width / 100, 12);
    expect(editing.move.mock.calls[0]?.[1].y).toBe(0.3);
    const far = press('ArrowUp', 2, true).editing;
    expect(far.move.mock.calls[0]?.[1].y).toBeCloseTo(0.3 + (plot.y[1] - plot.y[0]) / 10, 12);
  });

  test('Delete removes and goes on to the next', () => {
    const [removed, next] = press('Delete', 1).editing.remove.mock.calls[0] ?? [];
    expect([removed?.point, next?.point]).toEqual([1, 2]);
  });

  test('A adds beside the selected point, inside the window', () => {
    const [like, at] = press('a', 0).editing.add.mock.calls[0] ?? [];
    expect(like?.point).toBe(0);
    expect(at !== undefined && at.x !== 3 && at.x > plot.x[0] && at.x < plot.x[1]).toBe(true);
  });

  test('other keys, and keys that need a selected point, are left to the page', () => {
    for (const key of ['Tab', 'ArrowLeft', 'Delete', 'Escape', 'x'])
      expect(press(key, null).done).toBe(false);
  });

  test('a full walk meets every mark once', () => {
    let at: MarkId | null = null;
    const met = plot.marks.map(() => (at = walkTo(plot.marks, at, ']'))?.point);
    expect(new Set(met).size).toBe(plot.marks.length);
  });
});

describe('the frame', () => {
  const frame = frameOf({ width: 200, height: 100 }, [-2, 2], [0, 10], margins.large);

  test('places and values are each other’s inverse, and stay in the window', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (x, y) => {
          const back = valueAt(frame, { x: frame.x(x), y: frame.y(y) });
          expect(back.x).toBeCloseTo(x, 10);
          expect(back.y).toBeCloseTo(y, 10);
        },
      ),
    );
    expect(valueAt(frame, { x: -500, y: 900 })).toEqual({ x: -2, y: 0 });
  });

  test('the nearest mark within reach, none beyond it', () => {
    const marks = [
      { x: 0, y: 5 },
      { x: 0.1, y: 5 },
    ];
    const at = { x: frame.x(0.08), y: frame.y(5) };
    expect(nearestMark(marks, frame, at, 14)).toBe(marks[1]);
    expect(nearestMark(marks, frame, { x: at.x, y: at.y + 15 }, 14)).toBeNull();
  });
});
