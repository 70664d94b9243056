import { createStore } from 'zustand';
import type { Experiment } from '../../engine/experiment/document.ts';
import { selectSaved } from '../state/documentToSave.ts';
import type { ExperimentState } from '../state/experiment.ts';
import { followNetwork } from '../state/followNetwork.ts';
import { createLab, type Lab } from '../state/lab.ts';
import { changeExperiment } from './state/commands.ts';
import type { NotebookEditor } from './state/editor.ts';

/** The experiment of a cell; undefined when the cell is no more. */
function experimentIn(editor: NotebookEditor, id: string): Experiment | undefined {
  const cell = editor.store.getState().notebook.cells.find((one) => one.id === id);
  return cell?.kind === 'experiment' ? cell.experiment : undefined;
}

/**
 * The lab of an experiment's cell: what its panels edit is the notebook, and what the notebook undoes they show.
 * @returns the lab, and what makes it follow the notebook until the function that returns is called
 */
export function createCellLab(
  editor: NotebookEditor,
  id: string,
): { readonly lab: Lab; readonly follow: () => () => void } {
  const first = experimentIn(editor, id);
  if (first === undefined) throw new Error(`internal: no experiment in cell: ${id}`);
  const store = createStore<ExperimentState>()(() => ({ experiment: first }));
  const takeOver = (): void => {
    const experiment = experimentIn(editor, id);
    if (experiment !== undefined && experiment !== store.getState().experiment)
      store.setState({ experiment });
  };
  const lab = createLab({
    store,
    history: editor.store.temporal,
    edit: (change, gesture) =>
      editor.edit(changeExperiment(id, change), gesture === undefined ? undefined : `${id} ${gesture}`),
    together: editor.together,
    endGesture: editor.endGesture,
    undo: editor.undo,
    redo: editor.redo,
  });
  selectSaved(lab, first);
  return {
    lab,
    follow() {
      takeOver();
      const stops = [editor.store.subscribe(takeOver), followNetwork(lab)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
