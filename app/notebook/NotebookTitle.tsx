import { useState } from 'react';
import { useStore } from 'zustand';
import { LIMITS } from '../../engine/experiment/limits.ts';
import styles from './NotebookTitle.module.css';
import { setTitle } from './state/commands.ts';
import { useNotebook, useNotebookUi } from './useNotebook.ts';

/** The notebook's name; a field while it is edited. */
export function NotebookTitle() {
  const { editor } = useNotebook();
  const editing = useNotebookUi((state) => state.editing);
  const title = useStore(editor.store, (state) => state.notebook.title);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null) editor.edit(setTitle(draft));
    setDraft(null);
  };
  if (!editing) return <h1 className={styles.title}>{title === '' ? 'Untitled' : title}</h1>;
  return (
    <input
      className={`${styles.title} ${styles.field}`}
      type="text"
      aria-label="Title of the notebook"
      placeholder="Untitled"
      maxLength={LIMITS.title}
      value={draft ?? title}
      data-unedited={draft === null ? '' : undefined}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
