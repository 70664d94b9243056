import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../controls/IconButton.tsx';
import { redo, undo, useExperiment } from '../state/experiment.ts';
import { historyKey } from './historyKey.ts';

/** Undo and redo, as buttons and as keys for the whole page. */
export function History() {
  const canUndo = useStore(useExperiment.temporal, (state) => state.pastStates.length > 0);
  const canRedo = useStore(useExperiment.temporal, (state) => state.futureStates.length > 0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = historyKey(event);
      if (command === null) return;
      event.preventDefault();
      if (command === 'undo') undo();
      else redo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <IconButton label="Undo" icon={<Undo2 size={16} />} onClick={undo} disabled={!canUndo} />
      <IconButton label="Redo" icon={<Redo2 size={16} />} onClick={redo} disabled={!canRedo} />
    </>
  );
}
