import { useSyncExternalStore } from 'react';
import { useResults } from '../../state/results.ts';

/** Numbers that follow a drag change this often: a reader can't follow more. */
const REST_MILLISECONDS = 100;

const listeners = new Set<() => void>();
let ticks = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let lastTick = 0;
let stop: (() => void) | null = null;

function tick(): void {
  timer = null;
  lastTick = performance.now();
  ticks += 1;
  for (const listener of listeners) listener();
}

function arrived(): void {
  const wait = lastTick + REST_MILLISECONDS - performance.now();
  timer ??= setTimeout(tick, Math.max(0, wait));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= useResults.subscribe(arrived);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

/**
 * The newest results, rendered at most ten times a second. Always those in the store: the buffers of older ones
 * may have gone back to the workers.
 */
export function useRestedResults(): ReturnType<typeof useResults.getState> {
  useSyncExternalStore(subscribe, () => ticks);
  return useResults.getState();
}
