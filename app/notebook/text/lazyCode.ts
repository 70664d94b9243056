import { useEffect } from 'react';
import { create } from 'zustand';

interface Loaded<T> {
  readonly code: T | null;
  /** It could not be fetched; the next one that needs it asks again. */
  readonly failed: boolean;
}

/** Code of the page that comes when it is first needed. */
export interface LazyCode<T> {
  /** Asks for it ahead of its use. */
  readonly ask: () => void;
  /** Null until it is there. */
  readonly useCode: () => Loaded<T>;
  readonly now: () => T | null;
  /** Asks for it and runs as soon as it is there, at once if it is; returns a way to call that off. */
  readonly whenThere: (run: () => void) => () => void;
}

/** Unlike React's lazy it is drawn in one go with what is there already, and a failure is a state. */
export function lazyCode<T extends (...args: never[]) => unknown>(load: () => Promise<T>): LazyCode<T> {
  const useLoaded = create<Loaded<T>>()(() => ({ code: null, failed: false }));
  let asked = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    load().then(
      (code) => useLoaded.setState({ code, failed: false }),
      () => {
        asked = false;
        useLoaded.setState({ failed: true });
      },
    );
  };
  const now = (): T | null => useLoaded.getState().code;
  return {
    ask,
    now,
    useCode: () => {
      useEffect(ask, []);
      return useLoaded();
    },
    whenThere: (run) => {
      ask();
      if (now() === null) return useLoaded.subscribe(({ code }) => code !== null && run());
      run();
      return () => undefined;
    },
  };
}
