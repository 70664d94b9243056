import { FilePlus2, Trash2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { NOTEBOOK_VERSION, type Notebook } from '../../engine/notebook/notebook.ts';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { addressOf } from '../shell/route.ts';
import { notify } from '../state/notices.ts';
import { library } from './keeping/library.ts';
import type { Listed } from './keeping/record.ts';
import styles from './Library.module.css';
import page from './NotebookPage.module.css';
import { pagesBySubject } from './pages/index.ts';
import { useListed } from './useListed.ts';

const EMPTY: Notebook = { version: NOTEBOOK_VERSION, title: '', cells: [] };

const whenChanged = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const failed = (error: unknown): void => notify({ tone: 'caution', text: reasonOf(error) });

function create(): void {
  library.create(EMPTY).then(({ id }) => {
    location.hash = addressOf.notebook(id);
  }, failed);
}

function remove({ id, title }: Listed, onChange: () => void): void {
  library.remove(id).then((record) => {
    onChange();
    if (record === null) return;
    const bringBack = (): void => void library.bringBack(record).then(onChange, failed);
    const named = title === '' ? 'The notebook' : `“${title}”`;
    notify({
      tone: 'info',
      text: `${named} was deleted.`,
      action: { label: 'Bring it back', run: bringBack },
    });
  }, failed);
}

interface OwnNotebooksProps {
  readonly listed: readonly Listed[] | null;
  readonly searching: boolean;
  readonly onChange: () => void;
}

function OwnNotebooks({ listed, searching, onChange }: OwnNotebooksProps) {
  if (listed === null) return <p className={styles.note}>Looking…</p>;
  if (listed.length === 0)
    return (
      <p className={styles.note}>
        {searching
          ? 'None of your notebooks holds these words.'
          : 'None yet. Change a page, and your copy of it is kept here; or begin an empty one.'}
      </p>
    );
  return (
    <ul className={styles.list}>
      {listed.map((one) => (
        <li key={one.id} className={styles.row}>
          <a className={styles.name} href={addressOf.notebook(one.id)}>
            {one.title === '' ? 'Untitled' : one.title}
          </a>
          <span className={styles.when}>{whenChanged.format(one.changed)}</span>
          <IconButton
            label={`Delete ${one.title === '' ? 'Untitled' : one.title}`}
            icon={<Trash2 size={14} />}
            tone="quiet"
            onClick={() => remove(one, onChange)}
          />
        </li>
      ))}
    </ul>
  );
}

/** All notebooks: the person's, with a search, and the built-in pages. */
export function Library() {
  const [words, setWords] = useState('');
  const [version, setVersion] = useState(0);
  const listed = useListed(words, version);
  return (
    <main className={page.page}>
      <div className={page.column}>
        <h1 className={styles.title}>Notebooks</h1>
        <div className={styles.tools}>
          <input
            className={styles.search}
            type="search"
            aria-label="Search your notebooks"
            placeholder="Search your notebooks"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button onClick={create}>
            <FilePlus2 size={14} /> New notebook
          </Button>
        </div>
        <OwnNotebooks
          listed={listed}
          searching={words.trim() !== ''}
          onChange={() => setVersion((before) => before + 1)}
        />
        {pagesBySubject.map(({ subject, heading, pages }) => (
          <Fragment key={subject}>
            <h2 className={styles.heading}>{heading}, page by page</h2>
            <ul className={styles.list}>
              {pages.map(({ id, section, title, minutes }) => (
                <li key={id} className={styles.row}>
                  <a className={styles.name} href={addressOf.page(id)}>
                    {section === null ? title : `${section} ${title}`}
                  </a>
                  <span className={styles.when}>{minutes} minutes</span>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </main>
  );
}
