import type { Experiment, ViewSpec } from '../../engine/experiment/document.ts';
import { explorer, type Lab } from './lab.ts';
import type { SelectionState } from './selection.ts';

/** A document with what is selected in it. */
export function withSelection(
  experiment: Experiment,
  { entry, parameter }: Pick<SelectionState, 'entry' | 'parameter'>,
): Experiment {
  const W = experiment.parameters.length;
  const { entry: _entry, parameter: _parameter, ...rest } = experiment.view;
  const view: ViewSpec = {
    ...rest,
    ...(entry !== null && entry.row < W && entry.column < W ? { entry: [entry.row, entry.column] } : {}),
    ...(parameter !== null && parameter < W ? { parameter } : {}),
  };
  return { ...experiment, view };
}

/** The document on screen with what is selected in it: what a link, a file and storage hold. */
export const documentToSave = (lab: Lab): Experiment =>
  withSelection(lab.experiment.getState().experiment, lab.selection.getState());

/** Selects what was selected in a document when it was saved. */
export function selectSaved(lab: Lab, { view: { entry, parameter } }: Experiment): void {
  lab.selection.setState({
    entry: entry === undefined ? null : { row: entry[0], column: entry[1] },
    parameter: parameter ?? null,
    hover: null,
  });
}

/** Puts a document on screen, and selects what was selected in it. */
export function showDocument(experiment: Experiment): void {
  explorer.open(experiment);
  selectSaved(explorer, experiment);
}
