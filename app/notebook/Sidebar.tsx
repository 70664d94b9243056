import { Fragment } from 'react';
import { addressOf, type Route } from '../shell/route.ts';
import type { Opened } from './open.ts';
import { pagesBySubject } from './pages/index.ts';
import styles from './Sidebar.module.css';
import { useKeptHere } from './useKeptHere.ts';
import { useListed } from './useListed.ts';

const MOST_LISTED = 8;

function Entry({ address, current, text }: { address: string; current: boolean; text: string }) {
  return (
    <li>
      <a className={styles.entry} href={address} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
}

export interface SidebarProps {
  readonly route: Exclude<Route, { view: 'explorer' }>;
  /** What is on the page, once it is there. */
  readonly opened?: Opened | null;
}

/** All pages, the built-in ones first, then the reader's last ones. */
export function Sidebar({ route, opened = null }: SidebarProps) {
  const kept = useKeptHere(opened);
  const yours = useListed('', kept ?? route);
  const own = kept?.id ?? (route.view === 'notebook' ? route.id : null);
  return (
    <nav className={styles.sidebar} aria-label="Notebooks">
      {pagesBySubject.map(({ subject, heading, pages }) => (
        <Fragment key={subject}>
          <h2 className={styles.heading}>{heading}</h2>
          <ul className={styles.list}>
            {pages.map(({ id, section, title }) => (
              <Entry
                key={id}
                address={addressOf.page(id)}
                current={own === null && route.view === 'page' && route.id === id}
                text={section === null ? title : `${section} ${title}`}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      {yours === null || yours.length === 0 ? null : (
        <>
          <h2 className={styles.heading}>Yours</h2>
          <ul className={styles.list}>
            {yours.slice(0, MOST_LISTED).map(({ id, title }) => (
              <Entry
                key={id}
                address={addressOf.notebook(id)}
                current={id === own}
                text={title === '' ? 'Untitled' : title}
              />
            ))}
          </ul>
        </>
      )}
      <h2 className={styles.heading}>
        <a href={addressOf.library}>All notebooks</a>
      </h2>
    </nav>
  );
}
