import { createStore, type StoreApi } from 'zustand';
import type { ExperimentState } from './experiment.ts';
import type { ResultsState } from './results.ts';

/** A change that is held back is shown after this long, whether its matrices are there or not. */
const PATIENCE_MILLISECONDS = 50;

type Followed<S> = Pick<StoreApi<S>, 'getState' | 'subscribe'>;

export interface Shown {
  /** What panels show of the document. */
  readonly store: StoreApi<ExperimentState>;
  /** From now on changes wait for the next matrices, until the returned function is called. */
  hold(): () => void;
}

/**
 * The document as panels show it: at once, but while a weight is dragged together with the next matrices, so that the
 * page is laid out and drawn once for both.
 */
export function createShown(document: Followed<ExperimentState>, results: Followed<ResultsState>): Shown {
  const store = createStore<ExperimentState>()(() => document.getState());
  let held = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function show(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    store.setState(document.getState());
  }

  document.subscribe(() => {
    if (held) timer ??= setTimeout(show, PATIENCE_MILLISECONDS);
    else show();
  });
  results.subscribe((now, before) => {
    if (timer !== null && now.snapshot !== before.snapshot) show();
  });

  return {
    store,
    hold() {
      held = true;
      return () => {
        held = false;
        show();
      };
    },
  };
}
