/** Where in the page the person is: a cell, and how far its top is below the window's. */
export interface Place {
  /** Null: at the very top. */
  readonly cell: string | null;
  readonly top: number;
}

/** A notebook being presented. */
export interface Presentation {
  /** Number of the slide, from 0. */
  readonly at: number;
  /** What the person was at before. */
  readonly from: Place;
  readonly editing: boolean;
}

/** Below the page's head. */
const READ_FROM = 72;

const PREFIX = 'cell-';

/** The cell nearest the window's top. */
export function placeNow(): Place {
  if (window.scrollY < READ_FROM) return { cell: null, top: -window.scrollY };
  for (const element of document.querySelectorAll<HTMLElement>(`main [id^="${PREFIX}"]`)) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > READ_FROM) return { cell: element.id.slice(PREFIX.length), top };
  }
  return { cell: null, top: -window.scrollY };
}

/** Scrolls back to a place. */
export function returnTo({ cell, top }: Place): void {
  const element = cell === null ? null : document.getElementById(PREFIX + cell);
  const to = element === null ? -top : window.scrollY + element.getBoundingClientRect().top - top;
  window.scrollTo({ top: to, behavior: 'instant' });
}
