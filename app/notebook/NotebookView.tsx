import { useEffect, useState } from 'react';
import { reasonOf } from '../../workers/asError.ts';
import type { Route } from '../shell/route.ts';
import { Library } from './Library.tsx';
import { NotebookHeader } from './NotebookHeader.tsx';
import { NotebookPage } from './NotebookPage.tsx';
import styles from './NotebookView.module.css';
import { type Opened, openRoute } from './open.ts';
import { Sidebar } from './Sidebar.tsx';
import { NotebookContext } from './useNotebook.ts';

type ToOpen = Parameters<typeof openRoute>[0];

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly opened: Opened }
  | { readonly state: 'failed'; readonly reason: string };

/** The notebook that the address names. */
function useOpened(route: ToOpen): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const key = JSON.stringify(route);
  useEffect(() => {
    let wanted = true;
    openRoute(JSON.parse(key) as ToOpen).then(
      (opened) => wanted && setOpening({ state: 'open', opened }),
      (error: unknown) => wanted && setOpening({ state: 'failed', reason: reasonOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return opening;
}

function OpenedPage({ route }: { readonly route: ToOpen }) {
  const opening = useOpened(route);
  if (opening.state === 'open') {
    const { opened } = opening;
    return (
      <NotebookContext.Provider value={opened}>
        <NotebookHeader opened={opened} />
        <div className={styles.body}>
          <Sidebar current={opened.origin} />
          <NotebookPage key={JSON.stringify(opened.origin)} />
        </div>
      </NotebookContext.Provider>
    );
  }
  return (
    <>
      <NotebookHeader opened={null} />
      <div className={styles.body}>
        <Sidebar current={null} />
        <main className={styles.message} aria-busy={opening.state === 'opening'}>
          {opening.state === 'failed'
            ? `This page could not be opened: ${opening.reason}`
            : 'Opening the page…'}
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
            <Sidebar current={null} />
            <Library />
          </div>
        </>
      ) : (
        <OpenedPage key={JSON.stringify(route)} route={route} />
      )}
    </div>
  );
}
