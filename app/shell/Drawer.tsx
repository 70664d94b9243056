import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './Drawer.module.css';
import { setDrawer, useDrawer } from './drawerState.ts';

function OpenDrawer({ children }: { readonly children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const inside = event.target instanceof Node && panel.current?.contains(event.target) === true;
      // a field that takes it back what was typed stops it on its way; a tooltip's own Escape closes both
      if (inside && event.key === 'Escape') setDrawer(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <aside className={styles.drawer} id="selected-drawer" ref={panel} tabIndex={-1} aria-label="Selected">
      <div className={styles.heading}>
        <h2 className={styles.title}>Selected</h2>
        <IconButton label="Close" icon={<X size={16} />} tone="quiet" onClick={() => setDrawer(false)} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}

/** The right column where there is no room for it: over the matrices, which stay usable. */
export function Drawer({ children }: { readonly children: ReactNode }) {
  return useDrawer((state) => state.open) ? <OpenDrawer>{children}</OpenDrawer> : null;
}
