import { useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';
import type { Interval } from '../../compute/grid.ts';
import type { Place } from './markEdits.ts';
import type { MarkId, PlotData } from './plotData.ts';
import { nearestMark, type PlotFrame, valueAt } from './plotFrame.ts';
import type { PointEditing } from './usePointEditing.ts';

/** A press within this many pixels of a mark takes hold of it: targets of 28 px across. */
const REACH = 14;

/** The window of the plot while a mark is held, so that the plot doesn't move under the pointer. */
export interface HeldWindow {
  readonly x: Interval;
  readonly y: Interval;
}

interface Grip {
  readonly mark: MarkId;
  /** From the pointer to the middle of the mark, in pixels. */
  readonly dx: number;
  readonly dy: number;
}

const placeOf = (event: MouseEvent): Place => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

/** Press to select, drag to move, double-click on empty space to add; in adding mode a press adds. */
export function usePlotPointer(editing: PointEditing, adding: boolean) {
  const [held, setHeld] = useState<HeldWindow | null>(null);
  const grip = useRef<Grip | null>(null);

  const add = (data: PlotData, frame: PlotFrame, at: Place): void => {
    const like = nearestMark(data.marks, frame, at, Infinity);
    if (like !== null) editing.add(like, valueAt(frame, at));
  };
  const release = (): void => {
    if (grip.current === null) return;
    grip.current = null;
    setHeld(null);
    editing.finishMove();
  };
  const handlersFor = (data: PlotData, frame: PlotFrame) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const at = placeOf(event);
      if (adding) return add(data, frame, at);
      const mark = nearestMark(data.marks, frame, at, REACH);
      editing.select(mark);
      if (mark === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { mark, dx: frame.x(mark.x) - at.x, dy: frame.y(mark.y) - at.y };
      setHeld({ x: data.x, y: data.y });
    },
    onPointerMove(event: PointerEvent) {
      if (grip.current === null) return;
      const { mark, dx, dy } = grip.current;
      const at = placeOf(event);
      editing.move(mark, valueAt(frame, { x: at.x + dx, y: at.y + dy }));
    },
    onPointerUp: release,
    onPointerCancel: release,
    onDoubleClick(event: MouseEvent) {
      const at = placeOf(event);
      if (!adding && nearestMark(data.marks, frame, at, REACH) === null) add(data, frame, at);
    },
  });
  return { held, handlersFor };
}
