import { useStore } from 'zustand';
import { InsertMenu } from './editing/InsertMenu.tsx';
import { useCellKeys } from './editing/useCellKeys.ts';
import { NotebookCells } from './NotebookCells.tsx';
import styles from './NotebookPage.module.css';
import { NotebookTitle } from './NotebookTitle.tsx';
import { useNotebook, useNotebookUi } from './useNotebook.ts';

/** The page itself: title and cells. */
export function NotebookPage({ always = false }: { readonly always?: boolean }) {
  const { editor } = useNotebook();
  const editing = useNotebookUi((state) => state.editing);
  const cells = useStore(editor.store, (state) => state.notebook.cells);
  const onKeyDown = useCellKeys(editing);
  return (
    <main className={styles.page}>
      {/* keys that a selected cell did not take itself arrive here */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article className={styles.column} onKeyDown={onKeyDown}>
        <NotebookTitle />
        <NotebookCells cells={cells} always={always} />
        {editing ? <InsertMenu at={cells.length} label="Insert at the end" /> : null}
        {cells.length === 0 && !editing ? (
          <p className={styles.empty}>Nothing here yet: press Edit above, then insert a first cell.</p>
        ) : null}
      </article>
    </main>
  );
}
