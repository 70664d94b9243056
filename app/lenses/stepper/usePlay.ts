import { useEffect, useRef, useState } from 'react';

/** Milliseconds a step. All are shorter than what ends a gesture, so that a play is undone at once. */
export const speeds = {
  slow: { label: 'Slow', milliseconds: 600 },
  medium: { label: 'Medium', milliseconds: 250 },
  fast: { label: 'Fast', milliseconds: 70 },
} as const;

export type Speed = keyof typeof speeds;

export interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
}

/** Takes a step every so often until the last; from the end it begins anew. A hidden page pauses. */
export function usePlay(step: number, last: number, goTo: (step: number) => void, speed: Speed): Play {
  const [playing, setPlaying] = useState(false);
  const newest = useRef(goTo);
  useEffect(() => {
    newest.current = goTo;
  });
  const atEnd = step >= last;
  if (playing && atEnd) setPlaying(false);
  useEffect(() => {
    if (!playing || atEnd) return;
    const timer = setTimeout(() => {
      if (document.hidden) setPlaying(false);
      else newest.current(step + 1);
    }, speeds[speed].milliseconds);
    return () => clearTimeout(timer);
  }, [playing, atEnd, step, speed]);
  return {
    playing,
    stop: () => setPlaying(false),
    toggle() {
      if (!playing && atEnd) goTo(0);
      setPlaying(!playing && last > 0);
    },
  };
}
