import { useEffect } from 'react';
import { historyKey } from '../shell/historyKey.ts';
import type { NotebookEditor } from './state/editor.ts';

/** Undo and redo of everything in the notebook with the keys of the page, on slides too. */
export function useHistoryKeys(editor: NotebookEditor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = historyKey(event);
      if (command === null) return;
      event.preventDefault();
      editor[command]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor]);
}
