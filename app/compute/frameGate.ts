type Schedule = (callback: () => void) => void;

/**
 * Lets one callback through a frame: the first at the end of the task that asked, before the page is drawn,
 * so that a dragged weight's request leaves without waiting; later ones in the frame that follows.
 */
export function createFrameGate(nextFrame: Schedule): Schedule {
  let open = true;
  return function pass(callback: () => void): void {
    if (!open) {
      nextFrame(() => pass(callback));
      return;
    }
    open = false;
    nextFrame(() => {
      open = true;
    });
    queueMicrotask(callback);
  };
}
