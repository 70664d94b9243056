import { Button } from '../controls/Button.tsx';
import { openDialog } from './dialogs.ts';
import styles from './Header.module.css';
import { addressOf } from './route.ts';

/** The name of the whole: the heading of the explorer, while a notebook has one of its own. */
export function Brand({ as: Tag = 'p' }: { readonly as?: 'h1' | 'p' }) {
  return (
    <Tag className={styles.brand}>
      Hessian <em>Notebook</em>
    </Tag>
  );
}

const go = (address: string): void => {
  location.hash = address;
};

/** Where one is: the explorer or the notebook; examples open in the explorer. */
export function PageNav({ current }: { readonly current: 'explorer' | 'notebook' }) {
  const places = [
    { name: 'explorer', label: 'Explore', address: addressOf.explorer },
    { name: 'notebook', label: 'Notebook', address: addressOf.library },
  ] as const;
  return (
    <nav className={styles.nav} aria-label="Pages">
      {places.map(({ name, label, address }) =>
        name === current && name === 'explorer' ? (
          <span key={name} className={styles.current} aria-current="page">
            {label}
          </span>
        ) : (
          <button
            key={name}
            type="button"
            className={name === current ? styles.current : styles.place}
            aria-current={name === current ? 'page' : undefined}
            onClick={() => go(address)}
          >
            {label}
          </button>
        ),
      )}
      {current === 'explorer' ? (
        <Button tone="quiet" onClick={() => openDialog('examples')}>
          Examples
        </Button>
      ) : null}
    </nav>
  );
}
