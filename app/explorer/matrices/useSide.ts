import { useEffect, useState } from 'react';

/** Side of a square element in CSS pixels, as it changes. */
export function useSide(element: HTMLElement | null): number {
  const [side, setSide] = useState(0);
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setSide(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return side;
}
