import { useSyncExternalStore } from 'react';
import type { Lab } from '../../state/lab.ts';
import type { ResultsState } from '../../state/results.ts';
import { useLab } from '../../state/useLab.ts';

/** Numbers that follow a drag change this often: a reader can't follow more. */
const REST_MILLISECONDS = 100;

/** Ticks for one lab's readers. */
interface Rested {
  readonly subscribe: (listener: () => void) => () => void;
  readonly ticks: () => number;
}

function createRested({ results }: Lab): Rested {
  const listeners = new Set<() => void>();
  let ticks = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastTick = 0;
  let stop: (() => void) | null = null;

  function tick(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    lastTick = performance.now();
    ticks += 1;
    for (const listener of listeners) listener();
  }

  /** Together with the pictures where it is time, so that they share a frame; else soon after, if none follow. */
  function arrived(): void {
    const due = lastTick + REST_MILLISECONDS - performance.now();
    if (due <= 0) tick();
    else timer ??= setTimeout(tick, due + REST_MILLISECONDS / 2);
  }

  return {
    ticks: () => ticks,
    subscribe(listener) {
      listeners.add(listener);
      stop ??= results.subscribe(arrived);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        if (timer !== null) clearTimeout(timer);
        timer = null;
      };
    },
  };
}

const ofLab = new WeakMap<Lab, Rested>();

function restedOf(lab: Lab): Rested {
  const rested = ofLab.get(lab) ?? createRested(lab);
  ofLab.set(lab, rested);
  return rested;
}

/**
 * The newest results, rendered at most ten times a second. Always those in the store: the buffers of older ones
 * may have gone back to the workers.
 */
export function useRestedResults(): ResultsState {
  const lab = useLab();
  const { subscribe, ticks } = restedOf(lab);
  useSyncExternalStore(subscribe, ticks);
  return lab.results.getState();
}
