import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { reasonOf } from '../../workers/asError.ts';
import { addressOf, type Route } from '../shell/route.ts';
import { Library } from './Library.tsx';
import { NotebookHeader } from './NotebookHeader.tsx';
import { NotebookPage } from './NotebookPage.tsx';
import styles from './NotebookView.module.css';
import { type NotebookRoute, type Opened, openRoute, showsRoute } from './open.ts';
import { Sidebar } from './Sidebar.tsx';
import { NotebookContext } from './useNotebook.ts';

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly opened: Opened }
  | { readonly state: 'failed'; readonly reason: string };

/** The notebook that the address names. */
function useOpened(route: NotebookRoute): Opening {
  const [opening, setOpening] = useState<Opening & { readonly for?: string }>({ state: 'opening' });
  const key = JSON.stringify(route);
  useEffect(() => {
    let wanted = true;
    openRoute(JSON.parse(key) as NotebookRoute).then(
      (opened) => wanted && setOpening({ state: 'open', opened }),
      (error: unknown) => wanted && setOpening({ state: 'failed', reason: reasonOf(error), for: key }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  const isRight = opening.state === 'open' ? showsRoute(opening.opened, route) : opening.for === key;
  return isRight ? opening : { state: 'opening' };
}

/** A notebook as a page, or as slides without anything around them. */
function NotebookOnPage({ opened, route }: { readonly opened: Opened; readonly route: NotebookRoute }) {
  const presenting = useStore(opened.ui, (ui) => ui.presenting !== null);
  return (
    <NotebookContext.Provider value={opened}>
      {presenting ? null : <NotebookHeader opened={opened} />}
      <div className={styles.body}>
        {presenting ? null : <Sidebar route={route} opened={opened} />}
        <NotebookPage />
      </div>
    </NotebookContext.Provider>
  );
}

function OpenedPage({ route }: { readonly route: NotebookRoute }) {
  const opening = useOpened(route);
  if (opening.state === 'open') return <NotebookOnPage opened={opening.opened} route={route} />;
  return (
    <>
      <NotebookHeader opened={null} />
      <div className={styles.body}>
        <Sidebar route={route} />
        <main className={styles.message} aria-busy={opening.state === 'opening'}>
          {opening.state === 'opening' ? (
            'Opening the page…'
          ) : (
            <>
              This notebook could not be opened: {opening.reason}.{' '}
              <a href={addressOf.library}>All notebooks</a>
            </>
          )}
        </main>
      </div>
    </>
  );
}

/** The notebook side of the page: a list of pages, and the one that is open. */
export default function NotebookView({ route }: { readonly route: Exclude<Route, { view: 'explorer' }> }) {
  return (
    <div className={styles.view}>
      {route.view === 'library' ? (
        <>
          <NotebookHeader opened={null} />
          <div className={styles.body}>
            <Sidebar route={route} />
            <Library />
          </div>
        </>
      ) : (
        <OpenedPage route={route} />
      )}
    </div>
  );
}
