import { addressOf, type Route } from '../shell/route.ts';
import { pages } from './pages/index.ts';
import styles from './Sidebar.module.css';
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

/** All pages, the built-in ones first, then the reader's last ones. */
export function Sidebar({ route }: { readonly route: Exclude<Route, { view: 'explorer' }> }) {
  const yours = useListed('', route);
  return (
    <nav className={styles.sidebar} aria-label="Notebooks">
      <h2 className={styles.heading}>PRML 5.4</h2>
      <ul className={styles.list}>
        {pages.map(({ id, section, title }) => (
          <Entry
            key={id}
            address={addressOf.page(id)}
            current={route.view === 'page' && route.id === id}
            text={section === null ? title : `${section} ${title}`}
          />
        ))}
      </ul>
      {yours === null || yours.length === 0 ? null : (
        <>
          <h2 className={styles.heading}>Yours</h2>
          <ul className={styles.list}>
            {yours.slice(0, MOST_LISTED).map(({ id, title }) => (
              <Entry
                key={id}
                address={addressOf.notebook(id)}
                current={route.view === 'notebook' && route.id === id}
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
