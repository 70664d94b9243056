import type { KeyboardEvent } from 'react';

const moves: Readonly<Record<string, (step: number, last: number) => number>> = {
  ArrowLeft: (step) => step - 1,
  ArrowRight: (step) => step + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrows, Home and End move through the steps, Space plays and pauses. */
export const stepKeys =
  (step: number, last: number, goTo: (step: number) => void, toggle: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moves[event.key]?.(step, last);
    if (to === undefined && event.key !== ' ') return;
    event.preventDefault();
    if (to === undefined) toggle();
    else goTo(Math.max(0, Math.min(last, to)));
  };
