/**
 * Hears a pointer's moves as the system reports them, one a frame: browsers hold `pointermove` back until the next
 * frame, which is up to 16 ms of a drag's answer. Moves that follow within the frame come with its `pointermove`;
 * browsers without `pointerrawupdate` send that alone. @returns what ends it.
 */
export function hearEarlyMoves(element: EventTarget, listen: (event: PointerEvent) => void): () => void {
  let heard = false;
  const hear = (event: Event): void => {
    if (heard) return;
    heard = true;
    requestAnimationFrame(() => {
      heard = false;
    });
    listen(event as PointerEvent);
  };
  element.addEventListener('pointerrawupdate', hear);
  return () => element.removeEventListener('pointerrawupdate', hear);
}
