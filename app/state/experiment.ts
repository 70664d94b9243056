import { temporal } from 'zundo';
import { create } from 'zustand';
import type { Experiment } from '../../engine/experiment/document.ts';
import { startingExperiment } from './startingExperiment.ts';

/** A change of the document: pure, returns the same object when nothing changes, throws a sentence for the person. */
export type Edit = (experiment: Experiment) => Experiment;

interface ExperimentState {
  /** The document on screen. A new object for every change, so its identity is its version. */
  readonly experiment: Experiment;
}

/** Edits of one gesture that follow each other within this time are undone together. */
const GESTURE_MILLISECONDS = 800;
const UNDO_STEPS = 200;

export const useExperiment = create<ExperimentState>()(
  temporal((): ExperimentState => ({ experiment: startingExperiment }), {
    limit: UNDO_STEPS,
    equality: (past, current) => past.experiment === current.experiment,
  }),
);

let gestureOpen: { readonly name: string; readonly at: number } | null = null;

/**
 * Changes the document. Edits that carry the same gesture name and follow each other closely become
 * one undo step: a drag, a held arrow key, a training run.
 */
export function edit(change: Edit, gesture?: string): void {
  const now = performance.now();
  const continues =
    gesture !== undefined && gestureOpen?.name === gesture && now - gestureOpen.at < GESTURE_MILLISECONDS;
  const before = useExperiment.getState().experiment;
  const experiment = change(before);
  if (experiment === before) return;
  gestureOpen = gesture === undefined ? null : { name: gesture, at: now };
  const history = useExperiment.temporal.getState();
  if (continues) history.pause();
  useExperiment.setState({ experiment });
  if (continues) history.resume();
}

/** The next edit starts a new undo step: pointer up, training paused. */
export function endGesture(): void {
  gestureOpen = null;
}

export function undo(): void {
  endGesture();
  useExperiment.temporal.getState().undo();
}

export function redo(): void {
  endGesture();
  useExperiment.temporal.getState().redo();
}

/** Replaces the document and forgets the history: another experiment was opened. */
export function openExperiment(experiment: Experiment): void {
  endGesture();
  useExperiment.setState({ experiment });
  useExperiment.temporal.getState().clear();
}
