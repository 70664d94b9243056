import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { Message } from '../../controls/Message.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { takeOwnData } from '../../state/edits/data.ts';
import { changeData } from './changeData.ts';
import styles from './OwnDataDialog.module.css';
import { readDraft, type Reading } from './readDraft.ts';
import { RowsPreview } from './RowsPreview.tsx';
import { useFileDrop } from './useFileDrop.ts';
import type { OwnDataDraft } from './useOwnDataDraft.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>Choose a file…</Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}

function Outcome({ reading }: { readonly reading: Reading }) {
  if (reading.status === 'empty') return null;
  if (reading.status === 'wrong') return <Message tone="caution">{reading.sentence}</Message>;
  return (
    <>
      <RowsPreview data={reading.data} names={reading.names} />
      {reading.consequence === null ? null : <Message tone="info">{reading.consequence}</Message>}
    </>
  );
}

function DraftForm({ draft }: { readonly draft: OwnDataDraft }) {
  const lab = useLab();
  const { text, name, targetColumns, fileProblem } = draft;
  const experiment = useExperiment((state) => state.experiment);
  const textId = useId();
  const { over, handlers } = useFileDrop(draft.takeFile);
  const settled = useDeferredValue(text);
  const reading = useMemo(
    () => readDraft(settled, targetColumns, name, experiment),
    [settled, targetColumns, name, experiment],
  );
  const use = (): void => {
    if (reading.status !== 'ready') return;
    changeData(lab, takeOwnData(reading.data.inputs, reading.data.targets, name));
    draft.close();
  };
  return (
    <div className={`${styles.form} ${over ? styles.over : ''}`} {...handlers}>
      <label className={styles.label} htmlFor={textId}>
        One row for each point: inputs first, targets last. A class may be a word, 0 or 1, or one column for
        each class.
      </label>
      <textarea
        className={styles.text}
        id={textId}
        value={text}
        rows={7}
        spellCheck={false}
        placeholder={'x1, x2, t\n0.5, −1.2, 1\n0.1, 0.7, 0'}
        aria-invalid={reading.status === 'wrong'}
        onChange={(event) => draft.setText(event.target.value)}
      />
      <div className={styles.row}>
        <FileButton onFile={draft.takeFile} />
        <span className={styles.hint}>or drop one here</span>
        <NumberField
          label="Target columns"
          value={targetColumns}
          min={1}
          max={LIMITS.units}
          integer
          width={56}
          onCommit={draft.setTargetColumns}
        />
      </div>
      <div className={styles.outcome} aria-live="polite">
        {fileProblem === null ? (
          <Outcome reading={reading} />
        ) : (
          <Message tone="caution">{fileProblem}</Message>
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={draft.close}>Cancel</Button>
        <Button tone="accent" disabled={reading.status !== 'ready'} onClick={use}>
          {reading.status === 'ready' ? `Use these ${reading.data.inputs.length} points` : 'Use these points'}
        </Button>
      </div>
    </div>
  );
}

/** Paste, choose or drop a table of one's own. */
export function OwnDataDialog({ draft }: { readonly draft: OwnDataDraft }) {
  return (
    <Dialog open={draft.isOpen} title="Your own data" onClose={draft.close}>
      <DraftForm draft={draft} />
    </Dialog>
  );
}
