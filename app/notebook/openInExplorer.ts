import { showExperiment } from '../sharing/openAndSave.ts';
import { addressOf } from '../shell/route.ts';
import { documentToSave } from '../state/documentToSave.ts';
import type { Lab } from '../state/lab.ts';

/** Puts a copy of a notebook's experiment on the explorer's screen, as one step that can be undone there. */
export function openInExplorer(lab: Lab): void {
  const experiment = documentToSave(lab);
  location.hash = addressOf.explorer;
  showExperiment(experiment, 'Opened from the notebook');
}
