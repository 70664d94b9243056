import type { Cell, CellKind, Notebook } from '../../../engine/notebook/notebook.ts';
import type { LensId } from '../../../engine/experiment/lenses.ts';
import type { StudyId } from '../../../engine/notebook/studies/index.ts';
import { reasonOf } from '../../../workers/asError.ts';
import { notify } from '../../state/notices.ts';
import { duplicateCell, freeId, insertCell, moveCell, removeCell } from '../state/commands.ts';
import type { NotebookEdit } from '../state/editor.ts';
import { newCell, newLens, newStudy } from '../state/newCell.ts';
import type { OnPage } from '../useNotebook.ts';

const notebookOf = ({ editor }: OnPage): Notebook => editor.store.getState().notebook;

const placeOf = (on: OnPage, id: string | null): number =>
  notebookOf(on).cells.findIndex((cell) => cell.id === id);

/** Makes an edit of its own undo step; what can't be done is said. */
function attempt({ editor }: OnPage, change: NotebookEdit): boolean {
  try {
    editor.endGesture();
    editor.edit(change);
    return true;
  } catch (error) {
    notify({ tone: 'caution', text: reasonOf(error) });
    return false;
  }
}

/** Of the button after the last cell: where the keyboard goes when there is none. */
export const INSERT_AT_END = 'insert-at-end';

function focusOn(id: string | null): void {
  if (id !== null) document.getElementById(`cell-${id}`)?.focus();
  else document.getElementById(INSERT_AT_END)?.querySelector('button')?.focus();
}

/** Selects a cell, and puts the keyboard there. */
export function select(on: OnPage, id: string | null): void {
  on.ui.setState({ selected: id, writing: null });
  // React draws what a key changed in a microtask, asked for before this one: the next key finds the cell.
  queueMicrotask(() => focusOn(id));
  // A menu that closes gives the keyboard back to its button; here is where it belongs.
  requestAnimationFrame(() => {
    const { selected, writing } = on.ui.getState();
    if (selected === id && writing === null) focusOn(id);
  });
}

export const cellAt = (on: OnPage, at: number): Cell | undefined => notebookOf(on).cells[at];

export const selectedCell = (on: OnPage): Cell | undefined =>
  cellAt(on, placeOf(on, on.ui.getState().selected));

/** Selects the cell `by` places further. */
export function selectNext(on: OnPage, by: 1 | -1): void {
  const { cells } = notebookOf(on);
  const at = placeOf(on, on.ui.getState().selected);
  const next = cells[at < 0 ? (by > 0 ? 0 : cells.length - 1) : at + by];
  if (next !== undefined) select(on, next.id);
}

/** Where a cell goes that is inserted below the selected one, or above it. */
export function placeBeside(on: OnPage, side: 'above' | 'below'): number {
  const at = placeOf(on, on.ui.getState().selected);
  if (at < 0) return side === 'above' ? 0 : notebookOf(on).cells.length;
  return side === 'above' ? at : at + 1;
}

/** Inserts a new cell and selects it; text is there to be written at once. */
export function insert(on: OnPage, kind: CellKind, at: number): void {
  const notebook = notebookOf(on);
  const id = freeId(notebook);
  if (!attempt(on, insertCell(at, newCell(kind, id, notebook, at)))) return;
  if (kind === 'text' || kind === 'check') on.ui.setState({ selected: id, writing: id });
  else select(on, id);
}

export function insertLens(on: OnPage, lens: LensId, at: number): void {
  const notebook = notebookOf(on);
  const id = freeId(notebook);
  if (attempt(on, insertCell(at, newLens(lens, id, notebook, at)))) select(on, id);
}

export function insertStudy(on: OnPage, study: StudyId, at: number): void {
  const id = freeId(notebookOf(on));
  if (attempt(on, insertCell(at, newStudy(study, id)))) select(on, id);
}

/** Takes a cell out and offers it back. */
export function remove(on: OnPage, id: string): void {
  const at = placeOf(on, id);
  const { cells } = notebookOf(on);
  const next = cells[at + 1] ?? cells[at - 1];
  if (!attempt(on, removeCell(id))) return;
  select(on, next?.id ?? null);
  const after = notebookOf(on);
  const bringBack = (): void => {
    if (notebookOf(on) === after) on.editor.undo();
  };
  notify({ tone: 'info', text: 'The cell was deleted.', action: { label: 'Undo', run: bringBack } });
}

export function duplicate(on: OnPage, id: string): void {
  const copy = freeId(notebookOf(on));
  if (attempt(on, duplicateCell(id, copy))) select(on, copy);
}

/** Moves a cell to a place, or by one. */
export function move(on: OnPage, id: string, to: number): void {
  if (attempt(on, moveCell(id, to))) select(on, id);
}

export const moveBy = (on: OnPage, id: string, by: 1 | -1): void => {
  const to = placeOf(on, id) + by;
  if (to >= 0 && to < notebookOf(on).cells.length) move(on, id, to);
};

/** Moves a cell to stand right above another, or right below it. */
export function moveBeside(on: OnPage, id: string, other: string, side: 'above' | 'below'): void {
  const from = placeOf(on, id);
  const at = placeOf(on, other);
  if (from < 0 || at < 0 || from === at) return;
  const to = side === 'above' ? at : at + 1;
  move(on, id, from < to ? to - 1 : to);
}

/** Takes a step of the history back or makes it again; the keyboard stays at the cell where it was, or near it. */
export function travel(on: OnPage, step: 'undo' | 'redo'): void {
  const at = placeOf(on, on.ui.getState().selected);
  on.editor[step]();
  const { cells } = notebookOf(on);
  const there = selectedCell(on) ?? cells[Math.min(Math.max(at, 0), cells.length - 1)];
  select(on, there?.id ?? null);
}

let clipboard: Cell | null = null;

export function copy(on: OnPage): void {
  clipboard = selectedCell(on) ?? clipboard;
}

export const canPaste = (): boolean => clipboard !== null;

/** Puts a copy of what was copied last below the selected cell; also from another notebook. */
export function paste(on: OnPage): void {
  if (clipboard === null) return;
  const id = freeId(notebookOf(on));
  if (attempt(on, insertCell(placeBeside(on, 'below'), { ...clipboard, id }))) select(on, id);
}
