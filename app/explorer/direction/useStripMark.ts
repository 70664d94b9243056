import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Bin } from './stripBars.ts';

/** How far a key moves the mark, and from where. */
const moves = {
  ArrowLeft: (at: number) => at - 1,
  ArrowDown: (at: number) => at - 1,
  ArrowRight: (at: number) => at + 1,
  ArrowUp: (at: number) => at + 1,
  PageDown: (at: number) => at - 10,
  PageUp: (at: number) => at + 10,
  Home: () => 0,
  End: () => Infinity,
} satisfies Record<string, (at: number) => number>;

export interface StripMark {
  readonly index: number;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The entry under the pointer, or the one that the keys walk to. */
export function useStripMark(W: number, bins: readonly Bin[]): StripMark {
  const [marked, setMarked] = useState(0);
  const index = Math.min(marked, W - 1);
  return {
    index,
    onPointerMove(event) {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      const bin = bins[Math.floor(((event.clientX - left) / width) * bins.length)];
      if (bin !== undefined) setMarked(bin.from);
    },
    onKeyDown(event) {
      if (!(event.key in moves)) return;
      event.preventDefault();
      const to = moves[event.key as keyof typeof moves](index);
      setMarked(Math.max(0, Math.min(W - 1, to)));
    },
  };
}
