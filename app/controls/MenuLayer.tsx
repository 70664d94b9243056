import { Menu } from 'radix-ui/internal';
import type { MenuItem } from './menuItem.ts';
import styles from './MenuLayer.module.css';
import type { FloatingProps } from './floating.ts';
import { useOutside } from './useOutside.ts';

export interface MenuLayerProps extends FloatingProps {
  readonly open: boolean;
  readonly label: string;
  readonly groups: readonly (readonly MenuItem[])[];
}

/** The list of a menu. Also there while closed: it watches whether keys or the pointer open it. */
export function MenuLayer({ id, anchor, open, onClose, label, groups }: MenuLayerProps) {
  const outside = useOutside({ anchor });
  return (
    <Menu.Root open={open} onOpenChange={onClose} modal={false}>
      <Menu.Anchor virtualRef={anchor} />
      <Menu.Portal>
        <Menu.Content
          id={id}
          className={styles.content}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          {...outside}
        >
          {groups.map((items, index) => (
            <Menu.Group key={items[0]?.label}>
              {index === 0 ? null : <Menu.Separator className={styles.separator} />}
              {items.map((item) => (
                <Menu.Item key={item.label} className={styles.item} onSelect={item.run}>
                  {item.icon}
                  {item.label}
                </Menu.Item>
              ))}
            </Menu.Group>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
