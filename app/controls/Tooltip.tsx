import { Tooltip as Radix } from 'radix-ui';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { FloatingContainer } from './floating.ts';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  /** The one element it belongs to; must take a ref and props. */
  readonly children: ReactNode;
}

/** A short label on hover and focus. The element keeps its own accessible name. */
export function Tooltip({ text, children }: TooltipProps) {
  const container = useContext(FloatingContainer);
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={container}>
          <Radix.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
