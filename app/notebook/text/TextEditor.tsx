import { useRef } from 'react';
import { NOTEBOOK_LIMITS } from '../../../engine/notebook/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { FormatBar } from './FormatBar.tsx';
import styles from './TextEditor.module.css';
import { useEditor } from './useEditor.ts';

export interface TextEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Escape, Shift+Enter, Ctrl or Cmd+Enter, or the button. */
  readonly onDone: () => void;
  /** Read aloud for the field. */
  readonly label: string;
  readonly placeholder?: string;
  /** Takes the cursor when it appears; of two editors only the first. */
  readonly focused?: boolean;
  /** Without its own Done button, where another one stands for both. */
  readonly withDone?: boolean;
}

/** Markdown to be written: colours, undo and spelling; Tab moves on. */
export function TextEditor(props: TextEditorProps) {
  const { value, onChange, onDone, label, focused = true, withDone = true } = props;
  const { placeholder = 'Write in Markdown, with formulas between $ signs' } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useEditor(
    host,
    { value, onChange, onDone, label, placeholder, longest: NOTEBOOK_LIMITS.text },
    focused,
  );
  return (
    <div className={styles.editor}>
      <div className={styles.tools}>
        <FormatBar onFormat={(id) => editor.current?.format(id)} />
        {withDone ? (
          <Button tone="quiet" title="Escape or Shift+Enter" onClick={onDone}>
            Done
          </Button>
        ) : null}
      </div>
      <div ref={host} className={styles.host} data-editor="" />
      {value.length > 0.9 * NOTEBOOK_LIMITS.text ? (
        <p className={styles.count} role="status">
          {formatCount(value.length)} of {formatCount(NOTEBOOK_LIMITS.text)} characters
        </p>
      ) : null}
    </div>
  );
}
