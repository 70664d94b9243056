import { useEffect, useState } from 'react';

export interface Pointer {
  readonly x: number;
  readonly y: number;
}

/** Where the pointer is over an element, in its pixels; null: elsewhere. */
export function usePointer(element: Element | null): Pointer | null {
  const [pointer, setPointer] = useState<Pointer | null>(null);
  useEffect(() => {
    if (element === null) return;
    const stop = new AbortController();
    const follow = (event: Event): void => {
      if (!(event instanceof PointerEvent)) return;
      const { left, top } = element.getBoundingClientRect();
      setPointer({ x: event.clientX - left, y: event.clientY - top });
    };
    const options = { signal: stop.signal, passive: true };
    element.addEventListener('pointermove', follow, options);
    element.addEventListener('pointerdown', follow, options);
    element.addEventListener('pointerleave', () => setPointer(null), options);
    return () => stop.abort();
  }, [element]);
  return pointer;
}
