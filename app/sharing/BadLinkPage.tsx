import { Button } from '../controls/Button.tsx';
import { returnToMine, startFresh } from '../state/session.ts';
import styles from './BadLinkPage.module.css';

/** Shown in place of the explorer when a link can't be opened. */
export function BadLinkPage({ message }: { readonly message: string }) {
  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <p className={styles.brand}>
          Hessian <em>Notebook</em>
        </p>
        <h1 className={styles.title}>This link can’t be opened</h1>
        <p className={styles.reason} role="alert">
          {message}
        </p>
        <p className={styles.prose}>
          Nothing of yours was changed: your saved work is kept in this browser. Ask whoever sent the link to
          copy it again, or to send the experiment as a file.
        </p>
        <div className={styles.actions}>
          <Button tone="accent" onClick={() => void returnToMine()}>
            Open my saved work
          </Button>
          <Button onClick={() => void startFresh()}>Start fresh</Button>
        </div>
      </div>
    </main>
  );
}
