/** A pointer that rests this long wants to know; one that leaves has this long to reach the tip itself. */
const REST_MILLISECONDS = 350;
const LEAVE_MILLISECONDS = 120;

const tipped = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

const onTip = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="tooltip"]') !== null;

/** Tells whose tip is to be shown, or null. @returns stops watching */
export function watchTips(show: (anchor: HTMLElement | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | null = null;
  let wanted: HTMLElement | null = null;
  const set = (anchor: HTMLElement | null): void => {
    clearTimeout(timer);
    wanted = anchor;
    if (anchor === shown) return;
    shown = anchor;
    show(anchor);
  };
  const later = (anchor: HTMLElement | null, milliseconds: number): void => {
    if (anchor === wanted) return;
    clearTimeout(timer);
    wanted = anchor;
    timer = setTimeout(() => set(anchor?.isConnected === true ? anchor : null), milliseconds);
  };
  const listeners = {
    pointerover(event: PointerEvent): void {
      if (event.pointerType === 'touch') return;
      const anchor = onTip(event.target) ? shown : tipped(event.target);
      later(anchor, anchor === null ? LEAVE_MILLISECONDS : REST_MILLISECONDS);
    },
    focusin({ target }: FocusEvent): void {
      const anchor = tipped(target);
      set(anchor !== null && target instanceof Element && target.matches(':focus-visible') ? anchor : null);
    },
    focusout: () => set(null),
    pointerdown: () => set(null),
    keydown({ key }: KeyboardEvent): void {
      if (key === 'Escape') set(null);
    },
    scroll: () => set(null),
  };
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true } as const;
  document.addEventListener('pointerover', listeners.pointerover, options);
  document.addEventListener('focusin', listeners.focusin, options);
  document.addEventListener('focusout', listeners.focusout, options);
  document.addEventListener('pointerdown', listeners.pointerdown, options);
  document.addEventListener('keydown', listeners.keydown, options);
  document.addEventListener('scroll', listeners.scroll, options);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
