import { X } from 'lucide-react';
import { useId, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';
import { FloatingContainer } from './floating.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Text without controls: the body is a stop of its own, so that keys scroll it. */
  readonly reading?: boolean;
}

function OpenDialog({ title, onClose, children, wide = false, reading = false }: Omit<DialogProps, 'open'>) {
  const headingId = useId();
  const [element, setElement] = useState<HTMLDialogElement | null>(null);
  // open before its content's effects run: what they measure has a size
  useLayoutEffect(() => {
    if (element === null) return;
    const before = document.activeElement;
    element.showModal();
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector('h2'))?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [element]);
  return (
    // a dialog does act on keys: Escape
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      ref={setElement}
      aria-labelledby={headingId}
      closedby="any"
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // a tooltip takes Escape for itself; a field that takes it back what was typed stops it on its way
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.defaultPrevented) onClose();
      }}
    >
      <FloatingContainer value={element}>
        <div className={styles.heading}>
          <h2 className={styles.title} id={headingId} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close" icon={<X size={16} />} tone="quiet" onClick={onClose} />
        </div>
        <div
          className={styles.body}
          {...(reading && { tabIndex: 0, role: 'group', 'aria-labelledby': headingId })}
        >
          {children}
        </div>
      </FloatingContainer>
    </dialog>
  );
}

/**
 * A modal dialog: Escape, the close button and a click beside it close it, and focus returns to where it was.
 * Focus begins at `data-autofocus`, else at the title.
 */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}
