import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Markdown.module.css';

export interface ScrollBoxProps {
  /** Read aloud where it can be scrolled. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What may be wider than the column scrolls in a box of its own, by keys too where there is something to scroll. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  const box = useRef<HTMLSpanElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const inner of element.children) observer.observe(inner);
    return () => observer.disconnect();
  }, [children]);
  return (
    <span
      ref={box}
      className={styles.scroll}
      {...(wide && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </span>
  );
}
