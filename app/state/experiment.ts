import { temporal } from 'zundo';
import { createStore } from 'zustand';
import type { Experiment } from '../../engine/experiment/document.ts';

/** A change of the document: pure, returns the same object when nothing changes, throws a sentence for the person. */
export type Edit = (experiment: Experiment) => Experiment;

export interface ExperimentState {
  /** The document on screen. A new object for every change, so its identity is its version. */
  readonly experiment: Experiment;
}

/** Edits of one gesture that follow each other within this time are undone together. */
const GESTURE_MILLISECONDS = 800;
const UNDO_STEPS = 200;

/** A document with its history, and what changes it. */
export function createEditor(first: Experiment) {
  const store = createStore<ExperimentState>()(
    temporal((): ExperimentState => ({ experiment: first }), {
      limit: UNDO_STEPS,
      equality: (past, current) => past.experiment === current.experiment,
    }),
  );
  let gestureOpen: { readonly name: string; readonly at: number } | null = null;

  /** The next edit starts a new undo step: pointer up, training paused. */
  function endGesture(): void {
    gestureOpen = null;
  }

  return {
    store,
    history: store.temporal,
    endGesture,
    /**
     * Changes the document. Edits that carry the same gesture name and follow each other closely become
     * one undo step: a drag, a held arrow key, a training run.
     */
    edit(change: Edit, gesture?: string): void {
      const now = performance.now();
      const continues =
        gesture !== undefined && gestureOpen?.name === gesture && now - gestureOpen.at < GESTURE_MILLISECONDS;
      const before = store.getState().experiment;
      const experiment = change(before);
      if (experiment === before) return;
      gestureOpen = gesture === undefined ? null : { name: gesture, at: now };
      const history = store.temporal.getState();
      if (continues) history.pause();
      store.setState({ experiment });
      if (continues) history.resume();
    },
    undo(): void {
      endGesture();
      store.temporal.getState().undo();
    },
    redo(): void {
      endGesture();
      store.temporal.getState().redo();
    },
    /** Replaces the document and forgets the history: another experiment was opened. */
    open(experiment: Experiment): void {
      endGesture();
      store.setState({ experiment });
      store.temporal.getState().clear();
    },
  };
}
