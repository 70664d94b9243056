import { useEffect, useState } from 'react';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { Message } from '../controls/Message.tsx';
import { experimentOf, loadExamples } from './examples.ts';
import type { Example } from './examples.ts';
import styles from './Gallery.module.css';
import { showExperiment } from './openAndSave.ts';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly examples: readonly Example[] }
  | { readonly state: 'failed'; readonly reason: string };

function useExamples(attempt: number): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    loadExamples().then(
      (examples) => {
        if (wanted) setLoaded({ state: 'ready', examples });
      },
      (error: unknown) => {
        if (wanted) setLoaded({ state: 'failed', reason: reasonOf(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  return loaded;
}

function ExampleCard({ example, onOpened }: { readonly example: Example; readonly onOpened: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const open = (): void => {
    try {
      showExperiment(experimentOf(example), `Opened “${example.title}”`);
      onOpened();
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  return (
    <button className={styles.card} type="button" onClick={open}>
      <span className={styles.title}>{example.title}</span>
      <span className={styles.question}>{example.question}</span>
      {problem === null ? null : (
        <span className={styles.problem} role="alert">
          Not opened: {problem}
        </span>
      )}
    </button>
  );
}

function Cards({ onOpened }: { readonly onOpened: () => void }) {
  const [attempt, setAttempt] = useState(0);
  const loaded = useExamples(attempt);
  if (loaded.state === 'loading') return <p className={styles.lead}>Loading the examples…</p>;
  if (loaded.state === 'failed')
    return (
      <Message tone="caution" action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
        The examples could not be loaded: {loaded.reason}
      </Message>
    );
  return (
    <ul className={styles.cards}>
      {loaded.examples.map((example) => (
        <li key={example.name}>
          <ExampleCard example={example} onOpened={onOpened} />
        </li>
      ))}
    </ul>
  );
}

/** Experiments that each answer a question. Opening one can be undone. */
export default function Gallery({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open title="Examples" onClose={onClose} wide>
      <p className={styles.lead}>Each opens in place of what is on screen; undo brings yours back.</p>
      <Cards onOpened={onClose} />
    </Dialog>
  );
}
