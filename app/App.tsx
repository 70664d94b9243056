import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { FallbackProps } from 'react-error-boundary';
import { reasonOf } from '../workers/asError.ts';
import styles from './App.module.css';
import { Button } from './controls/Button.tsx';
import { Message } from './controls/Message.tsx';
import { useLayers } from './controls/useLayers.ts';
import { BadLinkPage } from './sharing/BadLinkPage.tsx';
import { DropTarget } from './sharing/DropTarget.tsx';
import { SharedBanner } from './sharing/SharedBanner.tsx';
import { closeDialog, useDialogs } from './shell/dialogs.ts';
import type { DialogName } from './shell/dialogs.ts';
import { Header } from './shell/Header.tsx';
import { Notices } from './shell/Notices.tsx';
import { routeOf, useHash } from './shell/route.ts';
import { Workspace } from './shell/Workspace.tsx';
import { startCompute } from './compute/startCompute.ts';
import { explorer } from './state/lab.ts';
import { notify } from './state/notices.ts';
import { useSession } from './state/session.ts';

/** A dialog whose code could not be fetched is closed again, and that is said. */
function DialogFailed({ resetErrorBoundary }: FallbackProps) {
  useEffect(() => {
    notify({
      tone: 'caution',
      text: 'This part of the page could not be loaded: try again when you are online.',
    });
    resetErrorBoundary();
  }, [resetErrorBoundary]);
  return null;
}

const HelpDialog = lazy(() => import('./shell/HelpDialog.tsx'));
const Gallery = lazy(() => import('./sharing/Gallery.tsx'));

const dialogs = {
  help: <HelpDialog onClose={closeDialog} />,
  examples: <Gallery onClose={closeDialog} />,
} satisfies Record<DialogName, ReactNode>;

function Dialogs() {
  const open = useDialogs((state) => state.open);
  return open === null ? null : (
    <ErrorBoundary FallbackComponent={DialogFailed} onReset={closeDialog}>
      <Suspense>{dialogs[open]}</Suspense>
    </ErrorBoundary>
  );
}

const NotebookView = lazy(() => import('./notebook/NotebookView.tsx'));

/** The explorer: its experiment is computed while it is on screen. */
function ExplorerPage() {
  useEffect(() => startCompute(explorer), []);
  const phase = useSession((state) => state.phase);
  const message = useSession((state) => state.message);
  if (phase === 'loading')
    return (
      <main className={styles.loading} aria-busy>
        Opening your experiment…
      </main>
    );
  if (phase === 'bad-link') return <BadLinkPage message={message ?? 'the link is damaged'} />;
  return (
    <div className={styles.page}>
      <Header />
      <SharedBanner />
      <Workspace />
      <Dialogs />
      <DropTarget />
    </div>
  );
}

function Page() {
  const route = routeOf(useHash());
  if (route.view === 'explorer') return <ExplorerPage />;
  return (
    <Suspense fallback={<main className={styles.loading} aria-busy />}>
      <NotebookView route={route} />
      <Dialogs />
    </Suspense>
  );
}

function Failed({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <main className={styles.loading}>
      <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
        The page could not be drawn; your experiment is kept. {reasonOf(error)}
      </Message>
    </main>
  );
}

export function App() {
  const layers = useLayers();
  return (
    <ErrorBoundary FallbackComponent={Failed}>
      <Page />
      <Notices />
      {layers === null ? null : <layers.Tips />}
    </ErrorBoundary>
  );
}
