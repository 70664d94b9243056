import type { Experiment } from '../../engine/experiment/document.ts';
import type { Notebook } from '../../engine/notebook/notebook.ts';
import { reasonOf } from '../../workers/asError.ts';
import { formatCount } from '../controls/formatCount.ts';
import { addressOf } from '../shell/route.ts';
import { documentToSave, selectSaved } from '../state/documentToSave.ts';
import { explorer } from '../state/lab.ts';
import { notify } from '../state/notices.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { downloadText, FILE_EXTENSION, fileName, toFileText } from './file.ts';

const MAX_FILE_BYTES = 10_000_000;

/** Puts another experiment on the page as one undoable change. */
export function showExperiment(experiment: Experiment, said: string): void {
  explorer.edit(() => experiment);
  selectSaved(explorer, experiment);
  notify({ tone: 'info', text: said, action: { label: 'Undo', run: explorer.undo } });
}

/** Keeps a notebook beside the person's others, and goes there. */
async function openNotebook(notebook: Notebook, name: string): Promise<void> {
  const { library } = await import('../notebook/keeping/library.ts');
  const { id } = await library.create(notebook);
  location.hash = addressOf.notebook(id);
  notify({ tone: 'info', text: `Opened ${name}` });
}

/** Opens a file that was picked or dropped; what is wrong with it is said, and nothing is lost. */
export async function openFile(file: File): Promise<void> {
  try {
    if (file.size > MAX_FILE_BYTES)
      throw new Error(`file has ${formatCount(file.size)} bytes: allowed 10 MB`);
    const { readAnyFile } = await import('./readFile.ts');
    const content = readAnyFile(await file.text());
    if (content.kind === 'notebook') await openNotebook(content.notebook, file.name);
    else showExperiment(content.experiment, `Opened ${file.name}`);
  } catch (error) {
    notify({ tone: 'caution', text: `${file.name} was not opened: ${reasonOf(error)}` });
  }
}

export function pickExperimentFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = `${FILE_EXTENSION},.json,application/json`;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openFile(file);
  });
  input.click();
}

export function downloadExperiment(): void {
  const experiment = documentToSave(explorer);
  const name = downloadText(fileName(experiment.title), toFileText(experiment));
  notify({ tone: 'info', text: `Downloaded ${name}` });
}

export function resetExperiment(): void {
  showExperiment(startingExperiment, 'Started fresh');
}
