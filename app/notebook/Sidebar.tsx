import { addressOf } from '../shell/route.ts';
import type { Origin } from './open.ts';
import { pages } from './pages/index.ts';
import styles from './Sidebar.module.css';

/** All pages, the built-in ones first. */
export function Sidebar({ current }: { readonly current: Origin | null }) {
  return (
    <nav className={styles.sidebar} aria-label="Notebooks">
      <h2 className={styles.heading}>PRML 5.4</h2>
      <ul className={styles.list}>
        {pages.map(({ id, section, title }) => (
          <li key={id}>
            <a
              className={styles.entry}
              href={addressOf.page(id)}
              aria-current={current?.kind === 'page' && current.id === id ? 'page' : undefined}
            >
              {section} {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
