import type { Cell } from '../../../engine/notebook/notebook.ts';

/** What is on the screen at once when a notebook is presented. */
export interface Slide {
  /** The notebook's title stands above the cells. */
  readonly title: boolean;
  readonly cells: readonly Cell[];
}

const isFigure = ({ kind }: Cell): boolean => kind !== 'text' && kind !== 'check';

const HEADING = /^\s*#{1,2}[ \t]+(.+)/;

const headingOf = (cell: Cell): string | null =>
  cell.kind === 'text' ? (HEADING.exec(cell.text)?.[1]?.trim() ?? null) : null;

/** Whether a cell is the first of a slide, given what the slide before it holds already. */
function begins(cell: Cell, before: readonly Cell[]): boolean {
  if (headingOf(cell) !== null) return true;
  const afterFigure = before.some(isFigure);
  return afterFigure && (cell.kind === 'text' || cell.kind === 'experiment');
}

/**
 * Splits a notebook into slides: text and the figures that follow it. One begins at the title, at a text with a
 * heading, at a text after figures, and at an experiment after figures. Every cell is on one slide, in order; none is
 * empty but the title's of an empty notebook. O(cells²) at worst.
 */
export function slidesOf(cells: readonly Cell[]): readonly Slide[] {
  const slides: Cell[][] = [[]];
  for (const cell of cells) {
    const last = slides.at(-1) ?? [];
    if (last.length > 0 && begins(cell, last)) slides.push([cell]);
    else last.push(cell);
  }
  return slides.map((held, at) => ({ title: at === 0, cells: held }));
}

/** Number of the slide that holds a cell; the first when there is none. */
export function slideWith(slides: readonly Slide[], id: string | null): number {
  return Math.max(
    0,
    slides.findIndex(({ cells }) => cells.some((cell) => cell.id === id)),
  );
}

/** What a slide is about in one line, or null. */
export function nameOf({ title, cells }: Slide, notebookTitle: string): string | null {
  if (title) return notebookTitle;
  const [first] = cells;
  return first === undefined ? null : headingOf(first);
}
