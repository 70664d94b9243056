import { useStore } from 'zustand';
import { INSERT_AT_END } from './editing/actions.ts';
import { InsertMenu } from './editing/InsertMenu.tsx';
import { useCellKeys } from './editing/useCellKeys.ts';
import { NotebookCells } from './NotebookCells.tsx';
import styles from './NotebookPage.module.css';
import { NotebookTitle } from './NotebookTitle.tsx';
import { Present } from './presenting/Present.tsx';
import stage from './presenting/Present.module.css';
import print from './presenting/print.module.css';
import { PrintNote } from './presenting/PrintNote.tsx';
import { usePresented } from './presenting/usePresented.ts';
import { usePrint } from './presenting/usePrint.ts';
import { useHistoryKeys } from './useHistoryKeys.ts';
import { useNotebook, useNotebookUi } from './useNotebook.ts';

/** The page itself: title and cells. */
export function NotebookPage() {
  const { editor } = useNotebook();
  const editing = useNotebookUi((state) => state.editing);
  const cells = useStore(editor.store, (state) => state.notebook.cells);
  const onKeyDown = useCellKeys(editing);
  const presented = usePresented(cells);
  const printing = usePrint();
  useHistoryKeys(editor);
  return (
    <main className={`${print.printed} ${presented === null ? styles.page : stage.stage}`}>
      {/* keys that a selected cell did not take itself arrive here */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article className={presented === null ? styles.column : stage.slide} onKeyDown={onKeyDown}>
        {presented?.title === false ? null : <NotebookTitle />}
        <NotebookCells
          cells={cells}
          always={printing || presented !== null}
          shown={printing ? null : (presented?.shown ?? null)}
        />
        {editing ? <InsertMenu at={cells.length} label="Insert at the end" id={INSERT_AT_END} /> : null}
        {cells.length === 0 && !editing ? (
          <p className={styles.empty}>Nothing here yet: press Edit above, then insert a first cell.</p>
        ) : null}
      </article>
      {presented === null ? null : <Present slides={presented.slides} at={presented.at} />}
      {printing ? <PrintNote /> : null}
    </main>
  );
}
