import { Popper } from 'radix-ui/internal';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Tips.module.css';
import { watchTips } from './watchTips.ts';

/**
 * The short label of whatever has a `data-tip`, on hover and keyboard focus. The element keeps its own accessible
 * name. In an open dialog the tip stands inside it, because a dialog lies above everything else.
 */
export function Tips() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => watchTips(setAnchor), []);
  if (anchor === null) return null;
  return createPortal(
    <Popper.Root>
      <Popper.Anchor virtualRef={{ current: anchor }} />
      <Popper.Content
        className={styles.tooltip}
        role="tooltip"
        side="top"
        sideOffset={6}
        collisionPadding={8}
      >
        {anchor.dataset.tip}
      </Popper.Content>
    </Popper.Root>,
    anchor.closest('dialog') ?? document.body,
  );
}
