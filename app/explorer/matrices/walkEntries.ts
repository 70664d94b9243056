import type { Entry } from '../../state/selection.ts';

/** The entry under a point of a square picture, or null beside it. */
export function entryAt(x: number, y: number, side: number, W: number): Entry | null {
  const column = Math.floor((x / side) * W);
  const row = Math.floor((y / side) * W);
  return row >= 0 && column >= 0 && row < W && column < W ? { row, column } : null;
}

export interface Stride {
  readonly shift: boolean;
  /** To the next layer instead. */
  readonly layer: boolean;
}

const LEAP = 10;

const directions: Readonly<Record<string, readonly [down: -1 | 0 | 1, right: -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moved(at: number, direction: number, stride: Stride, W: number, starts: readonly number[]): number {
  if (direction === 0) return at;
  if (!stride.layer) return Math.max(0, Math.min(W - 1, at + direction * (stride.shift ? LEAP : 1)));
  if (direction > 0) return starts.find((start) => start > at) ?? W - 1;
  return starts.findLast((start) => start < at) ?? 0;
}

/**
 * Where a key leads from an entry: arrows by one, ten with Shift, to the next layer's start with Ctrl or Alt;
 * Home and End to the ends of the row. Null for any other key.
 */
export function walk(
  from: Entry,
  key: string,
  stride: Stride,
  W: number,
  starts: readonly number[],
): Entry | null {
  if (key === 'Home') return { ...from, column: 0 };
  if (key === 'End') return { ...from, column: W - 1 };
  const direction = directions[key];
  if (direction === undefined) return null;
  return {
    row: moved(from.row, direction[0], stride, W, starts),
    column: moved(from.column, direction[1], stride, W, starts),
  };
}
