import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { DirectionPanelState } from './directionPanel.ts';
import type { ExperimentState } from './experiment.ts';
import type { FocusedMatrixState } from './focusedMatrix.ts';
import { explorer, type Lab } from './lab.ts';
import type { ResultsState } from './results.ts';
import type { SelectionState } from './selection.ts';
import type { TrainingState } from './training.ts';

/** The experiment that the panels within belong to: the explorer's, unless a notebook says otherwise. */
export const LabContext = createContext<Lab>(explorer);

export const useLab = (): Lab => useContext(LabContext);

type Readable<S> = Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>;

/** A hook that reads one store of the lab at hand. */
const reading =
  <S>(storeOf: (lab: Lab) => Readable<S>) =>
  <T>(select: (state: S) => T): T =>
    useStore(storeOf(useLab()), select);

export const useExperiment = reading<ExperimentState>((lab) => lab.shown.store);
export const useSelection = reading<SelectionState>((lab) => lab.selection);
export const useFocusedMatrix = reading<FocusedMatrixState>((lab) => lab.focused);
export const useDirectionPanel = reading<DirectionPanelState>((lab) => lab.directionPanel);
export const useTraining = reading<TrainingState>((lab) => lab.training);
export const useResults = reading<ResultsState>((lab) => lab.results);
