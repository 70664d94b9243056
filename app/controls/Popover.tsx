import { Popover as Radix } from 'radix-ui';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { FloatingContainer } from './floating.ts';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** What it opens: the accessible name of the button when it shows only an icon, and of the layer. */
  readonly label: string;
  /** What the button shows: text or an icon, not a button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  /** Where it opens when there is room. */
  readonly side?: 'top' | 'bottom';
}

/** A number field that holds something typed and not yet accepted: there Escape takes that back. */
const EDITED = 'input[type="text"]:not([data-unedited])';

/** A button that opens a small layer beside it. The page stays usable. */
export function Popover({ label, trigger, children, side = 'bottom' }: PopoverProps) {
  const container = useContext(FloatingContainer);
  const named = typeof trigger === 'string' ? {} : { 'aria-label': label };
  return (
    <Radix.Root>
      <Radix.Trigger className={styles.trigger} title={label} {...named}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          className={styles.content}
          aria-label={label}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          onEscapeKeyDown={(event) => {
            if (event.target instanceof Element && event.target.matches(EDITED)) event.preventDefault();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
