import { Popover } from 'radix-ui';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { FloatingContainer } from './floating.ts';
import type { FloatingProps } from './floating.ts';
import styles from './PopoverLayer.module.css';
import { useOutside } from './useOutside.ts';

export interface PopoverLayerProps extends FloatingProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly side: 'top' | 'bottom';
}

/** A number field that holds something typed and not yet accepted: there Escape takes that back. */
const EDITED = 'input[type="text"]:not([data-unedited])';

/** The layer of a popover, as long as it is open. */
export function PopoverLayer({ id, anchor, onClose, label, children, side }: PopoverLayerProps) {
  const container = useContext(FloatingContainer);
  const outside = useOutside({ anchor });
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal container={container}>
        <Popover.Content
          id={id}
          className={styles.content}
          aria-label={label}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          onEscapeKeyDown={(event) => {
            if (event.target instanceof Element && event.target.matches(EDITED)) event.preventDefault();
          }}
          {...outside}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
