import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

/** Figures are there this far outside the window already, so that scrolling finds them drawn. */
const MARGIN = '600px 0px';

export interface SightProps {
  /** Height in pixels before the figure was seen once. */
  readonly height: number;
  /** Called with true when it comes into sight and with false when it leaves, in turn. */
  readonly onSight: (seen: boolean) => void;
  /** All figures are there, near or not: for printing. */
  readonly always: boolean;
  readonly children: ReactNode;
}

/** A figure that is mounted only near the window: out of sight it costs nothing, and keeps its place. */
export function Sight({ height, onSight, always, children }: SightProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [kept, setKept] = useState(height);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // where several wait, the last is how it is now
        const entry = entries.at(-1);
        if (entry === undefined) return;
        // What has the focus must not go from under the keyboard.
        if (!entry.isIntersecting && element.contains(document.activeElement)) return;
        const tall = entry.boundingClientRect.height;
        if (!entry.isIntersecting && tall > 0) setKept(tall);
        // in slices: mounting a figure must not hold up scrolling
        startTransition(() => setNear(entry.isIntersecting));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const seen = near || always;
  useEffect(() => {
    if (!seen) return;
    onSight(true);
    return () => onSight(false);
  }, [seen, onSight]);
  return (
    <div ref={place} style={seen ? undefined : { minHeight: kept }}>
      {seen ? children : null}
    </div>
  );
}
