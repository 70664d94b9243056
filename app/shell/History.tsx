import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../controls/IconButton.tsx';
import { historyKey } from './historyKey.ts';
import { useLab } from '../state/useLab.ts';

/** Undo and redo, as buttons and as keys for the whole page. */
export function History() {
  const lab = useLab();
  const canUndo = useStore(lab.history, (state) => state.pastStates.length > 0);
  const canRedo = useStore(lab.history, (state) => state.futureStates.length > 0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = historyKey(event);
      if (command === null) return;
      event.preventDefault();
      if (command === 'undo') lab.undo();
      else lab.redo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [lab]);
  return (
    <>
      <IconButton label="Undo" icon={<Undo2 size={16} />} onClick={lab.undo} disabled={!canUndo} />
      <IconButton label="Redo" icon={<Redo2 size={16} />} onClick={lab.redo} disabled={!canRedo} />
    </>
  );
}
