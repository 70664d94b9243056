import { useCallback, useId, useRef, useState } from 'react';
import type { FloatingProps } from './floating.ts';
import { useLayers, wantLayers } from './useLayers.ts';

/** A button that opens a layer beside itself: props for both, and the layers once their code is there. */
export function useFloating() {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const layers = useLayers();
  const onClose = useCallback(() => setOpen(false), []);
  const toggle = (): void => {
    wantLayers();
    setOpen(!open);
  };
  return {
    /** Null until their code is there. */
    layers,
    layer: { id, anchor, onClose } satisfies FloatingProps,
    button: {
      ref: anchor,
      type: 'button',
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      'data-state': open ? 'open' : 'closed',
    } as const,
    open,
    toggle,
  };
}
