import { useStore } from 'zustand';
import { NotebookCells } from './NotebookCells.tsx';
import styles from './NotebookPage.module.css';
import { useNotebook } from './useNotebook.ts';

/** The page itself: title and cells. */
export function NotebookPage() {
  const { editor } = useNotebook();
  const title = useStore(editor.store, (state) => state.notebook.title);
  const cells = useStore(editor.store, (state) => state.notebook.cells);
  return (
    <main className={styles.page}>
      <article className={styles.column}>
        <h1 className={styles.title}>{title === '' ? 'Untitled' : title}</h1>
        <NotebookCells cells={cells} />
      </article>
    </main>
  );
}
