import { useEffect } from 'react';
import { useNotebook, useNotebookUi } from '../useNotebook.ts';
import { prepare, restore } from './printing.ts';

/** The page on paper: prepared also when the browser's own command prints it. @returns whether it is being printed */
export function usePrint(): boolean {
  const on = useNotebook();
  useEffect(() => {
    const before = (): void => prepare(on);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', restore);
      restore();
    };
  }, [on]);
  return useNotebookUi((ui) => ui.printing);
}
