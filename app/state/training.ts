import { createStore } from 'zustand';
import type { Checkpoint } from './edits/training.ts';

/** Why a run ended by itself. */
export type Ending =
  | { readonly kind: 'stuck' }
  /** `best`: where the error was lowest, when that is not on screen. */
  | { readonly kind: 'diverged'; readonly best: Checkpoint | null }
  | { readonly kind: 'failed'; readonly message: string };

/** How far the outer product was from the exact Hessian when the run stood at this step. */
export interface StepError {
  readonly step: number;
  readonly relativeError: number;
}

/** The run in progress: not part of the document, not undone. */
export interface TrainingState {
  readonly playing: boolean;
  readonly ending: Ending | null;
  /** In order of the steps. */
  readonly outerProduct: readonly StepError[];
}

export const createTraining = () =>
  createStore<TrainingState>()(() => ({
    playing: false,
    ending: null,
    outerProduct: [],
  }));
