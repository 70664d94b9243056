import type { StoreApi } from 'zustand';
import { createDirectionPanel } from './directionPanel.ts';
import { createEditor, type Edit, type ExperimentState } from './experiment.ts';
import { createFocusedMatrix } from './focusedMatrix.ts';
import { createPictures } from './pictures.ts';
import { createResults } from './results.ts';
import { createSelection } from './selection.ts';
import { createShown } from './shown.ts';
import { startingExperiment } from './startingExperiment.ts';
import { createTraining } from './training.ts';

/** How far one can go back and forth: as many steps as the lists are long. */
export interface Travels {
  readonly pastStates: readonly unknown[];
  readonly futureStates: readonly unknown[];
}

/** What changes an experiment, alone or as a part of a notebook. */
export interface Editor {
  readonly store: Pick<StoreApi<ExperimentState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly history: Pick<StoreApi<Travels>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Edits that carry the same gesture name and follow each other closely become one undo step. */
  readonly edit: (change: Edit, gesture?: string) => void;
  /** All edits that are made inside are one undo step. */
  readonly together: (edits: () => void) => void;
  /** The next edit starts a new undo step. */
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** One experiment with everything that belongs to it on the page: the explorer has one, a notebook several. */
export function createLab<E extends Editor>(editor: E) {
  const { store, ...rest } = editor;
  const results = createResults();
  return {
    ...rest,
    experiment: store,
    shown: createShown(store, results),
    selection: createSelection(),
    focused: createFocusedMatrix(),
    directionPanel: createDirectionPanel(),
    training: createTraining(),
    pictures: createPictures(),
    results,
  };
}

export type Lab = ReturnType<typeof createLab<Editor>>;

/** The explorer's. */
export const explorer = createLab(createEditor(startingExperiment));
