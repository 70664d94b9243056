import { createContext, useContext } from 'react';
import { createStore, useStore } from 'zustand';
import type { Lab } from '../state/lab.ts';
import type { Presentation } from './presenting/place.ts';
import type { NotebookEditor } from './state/editor.ts';

/** What the person is at, in one notebook on the page: not part of it, not undone. */
export interface NotebookUi {
  /** Cells can be inserted, moved and changed. */
  readonly editing: boolean;
  /** The cell that keys act on. */
  readonly selected: string | null;
  /** The cell whose text is being written. */
  readonly writing: string | null;
  /** The slide on the screen; null while it is read as a page. */
  readonly presenting: Presentation | null;
  /** Every figure is drawn, for paper. */
  readonly printing: boolean;
}

export const createNotebookUi = () =>
  createStore<NotebookUi>()(() => ({
    editing: false,
    selected: null,
    writing: null,
    presenting: null,
    printing: false,
  }));

/** A notebook on the page. */
export interface OnPage {
  readonly editor: NotebookEditor;
  readonly ui: ReturnType<typeof createNotebookUi>;
  /** The labs of experiment cells that were on the page, by cell. */
  readonly labs: Map<string, Lab>;
  /** What is selected in an experiment has changed: kept, but no edit. */
  readonly noteSelection: () => void;
}

export const NotebookContext = createContext<OnPage | null>(null);

/** The notebook at hand. */
export function useNotebook(): OnPage {
  const notebook = useContext(NotebookContext);
  if (notebook === null) throw new Error('internal: no notebook on the page');
  return notebook;
}

export const useNotebookUi = <T>(select: (ui: NotebookUi) => T): T => useStore(useNotebook().ui, select);
