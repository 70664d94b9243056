import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { createHistory } from '../../state/history.ts';

/** A change of a notebook: pure, returns the same object when nothing changes, throws a sentence for the person. */
export type NotebookEdit = (notebook: Notebook) => Notebook;

export interface NotebookState {
  /** The notebook on screen. A new object for every change, so its identity is its version. */
  readonly notebook: Notebook;
}

/** Changes share what they leave as it is, so a long history is cheap. */
const UNDO_STEPS = 1000;

/** A notebook with its history, and what changes it; gestures as in the explorer's editor. */
export const createNotebookEditor = (first: Notebook) =>
  createHistory(
    first,
    (notebook): NotebookState => ({ notebook }),
    ({ notebook }) => notebook,
    UNDO_STEPS,
  );

export type NotebookEditor = ReturnType<typeof createNotebookEditor>;
