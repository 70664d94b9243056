import type { Cell } from '../../engine/notebook/notebook.ts';
import { NOTEBOOK_VERSION, type Notebook } from '../../engine/notebook/notebook.ts';
import { addressOf } from '../shell/route.ts';
import { documentToSave } from '../state/documentToSave.ts';
import { explorer } from '../state/lab.ts';
import { library } from './keeping/library.ts';
import { newLens } from './state/newCell.ts';

/** The explorer's experiment as a notebook: a line of text, the experiment, its matrices and the open lens. */
export function notebookOfExplorer(): Notebook {
  const experiment = documentToSave(explorer);
  const { title, view } = experiment;
  const cells: Cell[] = [
    { id: 'c1', kind: 'text', text: '' },
    { id: 'c2', kind: 'experiment', experiment, panels: ['data', 'network', 'loss', 'training'] },
    { id: 'c3', kind: 'matrices' },
  ];
  const notebook: Notebook = { version: NOTEBOOK_VERSION, title, cells };
  if (view.lens === undefined) return notebook;
  return { ...notebook, cells: [...cells, newLens(view.lens, 'c4', notebook, cells.length)] };
}

/** Keeps the explorer's experiment as a notebook of its own, and goes there. */
export async function openAsNotebook(): Promise<void> {
  const { id } = await library.create(notebookOfExplorer());
  location.hash = addressOf.notebook(id);
}
