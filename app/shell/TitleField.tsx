import { useState } from 'react';
import { LIMITS } from '../../engine/experiment/limits.ts';
import type { SaveState } from '../state/autosave.ts';
import { useSession } from '../state/session.ts';
import { setTitle } from './setTitle.ts';
import { shapeName } from './shapeName.ts';
import styles from './TitleField.module.css';
import { useExperiment, useLab } from '../state/useLab.ts';

const savedWords = {
  saved: 'saved',
  saving: 'saving…',
  failed: 'not saved',
} satisfies Record<SaveState, string>;

/** The experiment's name to edit, and its shape and step to read. */
export function TitleField() {
  const lab = useLab();
  const title = useExperiment((state) => state.experiment.title);
  const shape = useExperiment((state) => shapeName(state.experiment.network));
  const step = useExperiment((state) => state.experiment.training.step);
  const saved = useSession((state) => state.saved);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null) lab.edit(setTitle(draft));
    setDraft(null);
  };
  return (
    <div className={styles.line}>
      <input
        className={styles.title}
        type="text"
        aria-label="Title of the experiment"
        placeholder="Untitled"
        maxLength={LIMITS.title}
        spellCheck={false}
        autoComplete="off"
        value={draft ?? title}
        data-unedited={draft === null ? '' : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setDraft(null);
        }}
      />
      <span className={styles.shape}>
        {shape} · step {step}
      </span>
      <span className={styles.saved} title="Your work is kept in this browser">
        {savedWords[saved]}
      </span>
    </div>
  );
}
