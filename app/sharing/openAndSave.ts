import type { Experiment } from '../../engine/experiment/document.ts';
import { reasonOf } from '../../workers/asError.ts';
import { formatCount } from '../controls/formatCount.ts';
import { documentToSave, selectSaved } from '../state/documentToSave.ts';
import { explorer } from '../state/lab.ts';
import { notify } from '../state/notices.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { FILE_EXTENSION, fileName, toFileText } from './file.ts';

const MAX_FILE_BYTES = 10_000_000;

/** Puts another experiment on the page as one undoable change. */
export function showExperiment(experiment: Experiment, said: string): void {
  explorer.edit(() => experiment);
  selectSaved(explorer, experiment);
  notify({ tone: 'info', text: said, action: { label: 'Undo', run: explorer.undo } });
}

/** Opens a file that was picked or dropped; what is wrong with it is said, and nothing is lost. */
export async function openFile(file: File): Promise<void> {
  try {
    if (file.size > MAX_FILE_BYTES)
      throw new Error(`file has ${formatCount(file.size)} bytes: allowed 10 MB`);
    const { fromFileText } = await import('./readFile.ts');
    const experiment = fromFileText(await file.text());
    showExperiment(experiment, `Opened ${file.name}`);
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
  const address = URL.createObjectURL(new Blob([toFileText(experiment)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(experiment.title);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  notify({ tone: 'info', text: `Downloaded ${link.download}` });
}

export function resetExperiment(): void {
  showExperiment(startingExperiment, 'Started fresh');
}
