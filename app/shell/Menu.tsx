import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Tooltip } from '../controls/Tooltip.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

/** An icon button that opens a list of commands. */
export function Menu({ label, icon, groups }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <Tooltip text={label}>
        <DropdownMenu.Trigger className={styles.trigger} aria-label={label}>
          {icon}
        </DropdownMenu.Trigger>
      </Tooltip>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.content} align="end" sideOffset={6} collisionPadding={8}>
          {groups.map((items, index) => (
            <DropdownMenu.Group key={items[0]?.label}>
              {index === 0 ? null : <DropdownMenu.Separator className={styles.separator} />}
              {items.map((item) => (
                <DropdownMenu.Item key={item.label} className={styles.item} onSelect={item.run}>
                  {item.icon}
                  {item.label}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
