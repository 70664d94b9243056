import type { ReactNode } from 'react';
import styles from './Popover.module.css';
import { useFloating } from './useFloating.ts';

export interface PopoverProps {
  /** What it opens: the accessible name of the button when it shows only an icon, and of the layer. */
  readonly label: string;
  /** What the button shows: text or an icon, not a button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  /** Where it opens when there is room. */
  readonly side?: 'top' | 'bottom';
}

/** A button that opens a small layer beside it. The page stays usable. */
export function Popover({ label, trigger, children, side = 'bottom' }: PopoverProps) {
  const { button, layer, layers, open, toggle } = useFloating();
  const named = typeof trigger === 'string' ? {} : { 'aria-label': label };
  return (
    <>
      <button
        {...button}
        className={styles.trigger}
        aria-haspopup="dialog"
        title={label}
        {...named}
        onClick={toggle}
      >
        {trigger}
      </button>
      {layers === null || !open ? null : (
        <layers.PopoverLayer {...layer} label={label} side={side}>
          {children}
        </layers.PopoverLayer>
      )}
    </>
  );
}
