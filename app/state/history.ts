import { temporal } from 'zundo';
import { createStore } from 'zustand';

/** Edits of one gesture that follow each other within this time are undone together. */
const GESTURE_MILLISECONDS = 800;

/**
 * A document with its history, and what changes it. `wrap` makes the store's state of a document, `read` takes
 * it out again; `steps` is how far back undo reaches. Documents are kept whole: changes share what they leave.
 */
export function createHistory<D, S extends object>(
  first: D,
  wrap: (document: D) => S,
  read: (state: S) => D,
  steps: number,
) {
  const store = createStore<S>()(
    temporal((): S => wrap(first), {
      limit: steps,
      equality: (past, current) => read(past) === read(current),
    }),
  );
  let gestureOpen: { readonly name: string; readonly at: number } | null = null;

  /** Whether edits are made together, and one of them has begun their undo step. */
  let group: 'none' | 'new' | 'begun' = 'none';

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
    edit(change: (document: D) => D, gesture?: string): void {
      const now = performance.now();
      const continues =
        group === 'begun' ||
        (gesture !== undefined &&
          gestureOpen?.name === gesture &&
          now - gestureOpen.at < GESTURE_MILLISECONDS);
      const before = read(store.getState());
      const document = change(before);
      if (document === before) return;
      if (group === 'new') group = 'begun';
      gestureOpen = gesture === undefined ? null : { name: gesture, at: now };
      const history = store.temporal.getState();
      if (continues) history.pause();
      store.setState(wrap(document));
      if (continues) history.resume();
    },
    /** All edits that are made inside are one undo step, of their own. */
    together(edits: () => void): void {
      endGesture();
      group = 'new';
      try {
        edits();
      } finally {
        group = 'none';
        endGesture();
      }
    },
    undo(): void {
      endGesture();
      store.temporal.getState().undo();
    },
    redo(): void {
      endGesture();
      store.temporal.getState().redo();
    },
    /** Replaces the document and forgets the history: another one was opened. */
    open(document: D): void {
      endGesture();
      store.setState(wrap(document));
      store.temporal.getState().clear();
    },
  };
}
