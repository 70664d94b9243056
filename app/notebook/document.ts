import type { Notebook } from '../../engine/notebook/notebook.ts';
import { documentToSave } from '../state/documentToSave.ts';
import type { OnPage } from './useNotebook.ts';

/** The notebook on the page with what is selected in its experiments: what is kept, and what a link and a file hold. */
export function notebookToSave({ editor, labs }: Pick<OnPage, 'editor' | 'labs'>): Notebook {
  const { notebook } = editor.store.getState();
  const cells = notebook.cells.map((cell) => {
    const lab = labs.get(cell.id);
    return cell.kind === 'experiment' && lab !== undefined
      ? { ...cell, experiment: documentToSave(lab) }
      : cell;
  });
  return { ...notebook, cells };
}
