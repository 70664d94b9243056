import type { Experiment } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';
import type { Cell, Notebook } from '../../../engine/notebook/notebook.ts';
import { plainLine } from '../../../engine/notebook/plainText.ts';
import { type CellContent, plainContent, sameContent } from './content.ts';
import type { NotebookEdit } from './editor.ts';

const withCells = (notebook: Notebook, cells: readonly Cell[]): Notebook => ({ ...notebook, cells });

/** @throws Error `internal: …` when the notebook has no such cell */
function placeOf({ cells }: Notebook, id: string): number {
  const at = cells.findIndex((cell) => cell.id === id);
  if (at < 0) throw new Error(`internal: no cell ${id}`);
  return at;
}

const clamped = (at: number, last: number): number => Math.min(Math.max(0, Math.trunc(at)), last);

const isExperiment = ({ kind }: Cell): boolean => kind === 'experiment';

/** @throws Error when one more would be more than a notebook holds */
function checkRoom({ cells }: Notebook, next: Pick<Cell, 'kind'>): void {
  if (cells.length >= NOTEBOOK_LIMITS.cells)
    throw new Error(`a notebook holds up to ${NOTEBOOK_LIMITS.cells} cells`);
  const full = cells.filter(isExperiment).length >= NOTEBOOK_LIMITS.experiments;
  if (next.kind === 'experiment' && full)
    throw new Error(`a notebook holds up to ${NOTEBOOK_LIMITS.experiments} experiments`);
}

/** The smallest of `c1`, `c2`, … that no cell has. */
export function freeId({ cells }: Notebook): string {
  const taken = new Set(cells.map(({ id }) => id));
  let n = 1;
  while (taken.has(`c${n}`)) n += 1;
  return `c${n}`;
}

/**
 * Puts a cell before the one at `at`; at `cells.length` or beyond, at the end.
 * @throws Error when the notebook is full
 */
export const insertCell =
  (at: number, cell: Cell): NotebookEdit =>
  (notebook) => {
    checkRoom(notebook, cell);
    if (notebook.cells.some(({ id }) => id === cell.id))
      throw new Error(`internal: cell ${cell.id} is there`);
    const inserted = { id: cell.id, ...plainContent(cell) };
    return withCells(notebook, notebook.cells.toSpliced(clamped(at, notebook.cells.length), 0, inserted));
  };

/** Takes a cell out; a notebook may be empty. */
export const removeCell =
  (id: string): NotebookEdit =>
  (notebook) =>
    withCells(notebook, notebook.cells.toSpliced(placeOf(notebook, id), 1));

/**
 * Puts a copy of a cell right after it.
 * @throws Error when the notebook is full
 */
export const duplicateCell =
  (id: string, newId: string): NotebookEdit =>
  (notebook) => {
    const at = placeOf(notebook, id);
    const cell = notebook.cells[at];
    return cell === undefined ? notebook : insertCell(at + 1, { ...cell, id: newId })(notebook);
  };

/** Moves a cell so that it stands at `to` in the list as it is afterwards; beyond the ends, at the end. */
export const moveCell =
  (id: string, to: number): NotebookEdit =>
  (notebook) => {
    const { cells } = notebook;
    const at = placeOf(notebook, id);
    const end = clamped(to, cells.length - 1);
    if (end === at) return notebook;
    return withCells(notebook, cells.toSpliced(at, 1).toSpliced(end, 0, ...cells.slice(at, at + 1)));
  };

/**
 * Gives a cell other content, of its own kind or of another: the cell without its id. Text is cut to what a
 * cell holds.
 * @throws Error when it would be one experiment too many
 */
export const changeCell =
  (id: string, content: CellContent): NotebookEdit =>
  (notebook) => {
    const at = placeOf(notebook, id);
    const before = notebook.cells[at];
    const plain = plainContent(content);
    if (before === undefined || sameContent(before, plain)) return notebook;
    if (plain.kind === 'experiment' && before.kind !== 'experiment')
      checkRoom(withCells(notebook, notebook.cells.toSpliced(at, 1)), plain);
    return withCells(notebook, notebook.cells.with(at, { id, ...plain }));
  };

/** Changes the experiment of an experiment cell. */
export const changeExperiment =
  (id: string, change: (experiment: Experiment) => Experiment): NotebookEdit =>
  (notebook) => {
    const at = placeOf(notebook, id);
    const cell = notebook.cells[at];
    if (cell?.kind !== 'experiment') throw new Error(`internal: cell ${id} is no experiment`);
    const experiment = change(cell.experiment);
    if (experiment === cell.experiment) return notebook;
    return withCells(notebook, notebook.cells.with(at, { ...cell, experiment }));
  };

/** Names the notebook; spaces around the name are dropped. */
export const setTitle =
  (title: string): NotebookEdit =>
  (notebook) => {
    const plain = plainLine(title.trim(), LIMITS.title);
    return plain === notebook.title ? notebook : { ...notebook, title: plain };
  };

/** The notebook is a copy of this built-in page. */
export const setPage =
  (page: string): NotebookEdit =>
  (notebook) =>
    notebook.page === page ? notebook : { ...notebook, page };
