import type { Experiment } from '../../engine/experiment/document.ts';
import { createHistory } from './history.ts';

/** A change of the document: pure, returns the same object when nothing changes, throws a sentence for the person. */
export type Edit = (experiment: Experiment) => Experiment;

export interface ExperimentState {
  /** The document on screen. A new object for every change, so its identity is its version. */
  readonly experiment: Experiment;
}

const UNDO_STEPS = 200;

/** An experiment with its history, and what changes it. */
export const createEditor = (first: Experiment) =>
  createHistory(
    first,
    (experiment): ExperimentState => ({ experiment }),
    ({ experiment }) => experiment,
    UNDO_STEPS,
  );
