import { useRef } from 'react';
import type { FloatingProps } from './floating.ts';

interface Prevented {
  readonly target: EventTarget | null;
  preventDefault(): void;
}

/** Whether what was chosen in a layer has taken the focus already; what is removed leaves it to the document or dialog. */
function focusTaken(anchor: Element | null): boolean {
  const { activeElement } = document;
  return activeElement !== null && !activeElement.contains(anchor);
}

/**
 * The button's own press closes its layer by itself; after a press elsewhere the focus stays there, and where the
 * command that was chosen put it. Otherwise it returns to the button.
 */
export function useOutside({ anchor }: Pick<FloatingProps, 'anchor'>) {
  const left = useRef(false);
  return {
    onInteractOutside(event: Prevented): void {
      if (event.target instanceof Node && anchor.current?.contains(event.target) === true)
        event.preventDefault();
      else left.current = true;
    },
    onCloseAutoFocus(event: Prevented): void {
      event.preventDefault();
      if (!left.current && !focusTaken(anchor.current)) anchor.current?.focus();
      left.current = false;
    },
  };
}
