import { ErrorBoundary } from 'react-error-boundary';
import type { FallbackProps } from 'react-error-boundary';
import styles from './App.module.css';
import { Button } from './controls/Button.tsx';
import { Message } from './controls/Message.tsx';
import { BadLinkPage } from './sharing/BadLinkPage.tsx';
import { DropTarget } from './sharing/DropTarget.tsx';
import { Gallery } from './sharing/Gallery.tsx';
import { SharedBanner } from './sharing/SharedBanner.tsx';
import { closeDialog, useDialogs } from './shell/dialogs.ts';
import { Header } from './shell/Header.tsx';
import { HelpDialog } from './shell/HelpDialog.tsx';
import { Notices } from './shell/Notices.tsx';
import { Workspace } from './shell/Workspace.tsx';
import { useSession } from './state/session.ts';

function Dialogs() {
  const open = useDialogs((state) => state.open);
  return (
    <>
      <HelpDialog open={open === 'help'} onClose={closeDialog} />
      <Gallery open={open === 'examples'} onClose={closeDialog} />
    </>
  );
}

function Page() {
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

function Failed({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <main className={styles.loading}>
      <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
        The page could not be drawn; your experiment is kept.{' '}
        {error instanceof Error ? error.message : String(error)}
      </Message>
    </main>
  );
}

export function App() {
  return (
    <ErrorBoundary FallbackComponent={Failed}>
      <Page />
      <Notices />
    </ErrorBoundary>
  );
}
