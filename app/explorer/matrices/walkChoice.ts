import type { KeyboardEvent } from 'react';

const places: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
};

/** Up and down walk from the search field through the boxes, past headings. */
export function walkChoice(event: KeyboardEvent<HTMLElement>): void {
  const place = places[event.key];
  if (place === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[place(at, stops.length - 1)]?.focus();
}
