import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../controls/IconButton.tsx';
import { type OnPage, useNotebook } from '../useNotebook.ts';
import { leaveFullScreen, showSlide, stopPresenting } from './presentation.ts';
import styles from './Present.module.css';
import { type SlideCommand, slideCommand } from './slideKey.ts';
import { nameOf, type Slide } from './slides.ts';

const ICON = 18;
const IDLE_MILLISECONDS = 3000;
/** Of the window, when a slide is longer than it. */
const SCROLLED = 0.85;

/** Scrolls within a slide that is longer than the window. @returns whether there was anything left that way */
function scrolled(down: boolean): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  const left = down ? scrollHeight - clientHeight - window.scrollY : window.scrollY;
  if (left < 2) return false;
  window.scrollBy({ top: (down ? 1 : -1) * Math.min(left, SCROLLED * clientHeight), behavior: 'instant' });
  return true;
}

function obey(on: OnPage, command: SlideCommand, at: number, count: number): void {
  if (command === 'leave') stopPresenting(on);
  else if (command === 'first') showSlide(on, 0);
  else if (command === 'last') showSlide(on, count - 1);
  else if (command === 'next' || (command === 'forward' && !scrolled(true))) showSlide(on, at + 1);
  else if (command === 'previous' || (command === 'back' && !scrolled(false))) showSlide(on, at - 1);
}

function useSlideKeys(on: OnPage, at: number, count: number): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = slideCommand(event);
      if (command === null) return;
      event.preventDefault();
      obey(on, command, at, count);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [on, at, count]);
}

/** In full screen the browser keeps Escape for itself: leaving full screen leaves the slides. */
function useFullScreenEnd(on: OnPage): void {
  useEffect(() => {
    const onChange = (): void => {
      if (document.fullscreenElement === null) stopPresenting(on);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      leaveFullScreen();
    };
  }, [on]);
}

/** True when the pointer has rested for a while. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wake = (): void => {
      setIdle(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), IDLE_MILLISECONDS);
    };
    wake();
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', wake);
    };
  }, []);
  return idle;
}

export interface PresentProps {
  readonly slides: readonly Slide[];
  readonly at: number;
}

/** What one presents with: keys, and small controls that fade while the pointer rests. */
export function Present({ slides, at }: PresentProps) {
  const on = useNotebook();
  const title = useStore(on.editor.store, (state) => state.notebook.title);
  const count = slides.length;
  useSlideKeys(on, at, count);
  useFullScreenEnd(on);
  const idle = useIdle();
  const slide = slides[at];
  const name = slide === undefined ? null : nameOf(slide, title);
  return (
    <nav className={styles.controls} aria-label="Slides" data-idle={idle}>
      <p className="visually-hidden" role="status" aria-label="Slide">
        Slide {at + 1} of {count}
        {name === null ? '' : `: ${name}`}
      </p>
      <span className={styles.faded}>
        <IconButton
          label="Previous slide (←)"
          icon={<ChevronLeft size={ICON} />}
          tone="quiet"
          disabled={at === 0}
          onClick={() => showSlide(on, at - 1)}
        />
        <IconButton
          label="Next slide (→)"
          icon={<ChevronRight size={ICON} />}
          tone="quiet"
          disabled={at === count - 1}
          onClick={() => showSlide(on, at + 1)}
        />
        <IconButton
          label="Leave the slides (Esc)"
          icon={<X size={ICON} />}
          tone="quiet"
          onClick={() => stopPresenting(on)}
        />
      </span>
      <span className={styles.number} aria-hidden>
        {at + 1} / {count}
      </span>
    </nav>
  );
}
