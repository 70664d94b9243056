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

/** Figures that come back above a place move it for about this long. */
const SETTLE_MILLISECONDS = 2000;

function scrollBack({ cell, top }: Place): void {
  const element = cell === null ? null : document.getElementById(PREFIX + cell);
  const to = element === null ? -top : window.scrollY + element.getBoundingClientRect().top - top;
  window.scrollTo({ top: to, behavior: 'instant' });
}

/** Scrolls back to a place, and stays there while figures above it are mounted, until the person scrolls. */
export function returnTo(place: Place): void {
  scrollBack(place);
  const page = document.querySelector('main');
  if (page === null) return;
  const observer = new ResizeObserver(() => scrollBack(place));
  const stop = (): void => observer.disconnect();
  for (const column of page.children) observer.observe(column);
  for (const event of ['wheel', 'touchstart', 'keydown'] as const)
    addEventListener(event, stop, { once: true, passive: true });
  setTimeout(stop, SETTLE_MILLISECONDS);
}
