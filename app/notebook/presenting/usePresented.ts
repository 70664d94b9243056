import { useMemo } from 'react';
import type { Cell } from '../../../engine/notebook/notebook.ts';
import { useNotebookUi } from '../useNotebook.ts';
import { type Slide, slidesOf } from './slides.ts';

export interface Presented {
  readonly slides: readonly Slide[];
  readonly at: number;
  readonly title: boolean;
  /** Ids of the cells on the slide. */
  readonly shown: ReadonlySet<string>;
}

/** The slide on the screen; null while the notebook is read as a page. */
export function usePresented(cells: readonly Cell[]): Presented | null {
  const wanted = useNotebookUi((ui) => ui.presenting?.at ?? null);
  return useMemo(() => {
    if (wanted === null) return null;
    const slides = slidesOf(cells);
    const at = Math.min(wanted, slides.length - 1);
    const slide = slides[at];
    return { slides, at, title: slide?.title ?? true, shown: new Set(slide?.cells.map(({ id }) => id)) };
  }, [cells, wanted]);
}
