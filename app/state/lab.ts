import type { Experiment } from '../../engine/experiment/document.ts';
import { createDirectionPanel } from './directionPanel.ts';
import { createEditor } from './experiment.ts';
import { createFocusedMatrix } from './focusedMatrix.ts';
import { createResults } from './results.ts';
import { createSelection } from './selection.ts';
import { startingExperiment } from './startingExperiment.ts';
import { createTraining } from './training.ts';

/** One experiment with everything that belongs to it on the page: the explorer has one, a notebook several. */
export function createLab(first: Experiment) {
  const { store, ...editor } = createEditor(first);
  return {
    ...editor,
    experiment: store,
    selection: createSelection(),
    focused: createFocusedMatrix(),
    directionPanel: createDirectionPanel(),
    training: createTraining(),
    results: createResults(),
  };
}

export type Lab = ReturnType<typeof createLab>;

/** The explorer's. */
export const explorer: Lab = createLab(startingExperiment);
