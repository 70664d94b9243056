import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Menu.module.css';
import type { MenuItem } from './menuItem.ts';
import { useFloating } from './useFloating.ts';

export interface MenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

/** An icon button that opens a list of commands. */
export function Menu({ label, icon, groups }: MenuProps) {
  const { button, layer, layers, open, toggle } = useFloating();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (open || event.key !== 'ArrowDown') return;
    event.preventDefault();
    toggle();
  };
  return (
    <>
      <button
        {...button}
        className={styles.trigger}
        aria-haspopup="menu"
        aria-label={label}
        data-tip={label}
        onClick={toggle}
        onKeyDown={onKeyDown}
      >
        {icon}
      </button>
      {layers === null ? null : <layers.MenuLayer {...layer} open={open} label={label} groups={groups} />}
    </>
  );
}
