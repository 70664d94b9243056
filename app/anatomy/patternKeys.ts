import type { KeyboardEvent } from 'react';

/** How far a key moves along the bars, and from where. */
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

const isMove = (key: string): key is keyof typeof moves => key in moves;

/** Keys that choose a pattern, in the order of the bars. */
export function patternKeys(
  order: readonly number[],
  pattern: number,
  choose: (pattern: number) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isMove(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = moves[event.key](order.indexOf(pattern));
    const next = order[Math.max(0, Math.min(order.length - 1, to))];
    if (next !== undefined) choose(next);
  };
}
