import { Editable, Preview } from './Editable.tsx';
import { Markdown } from './Markdown.tsx';
import styles from './TextCell.module.css';
import { TextEditor } from './TextEditor.tsx';

export interface TextCellProps {
  readonly text: string;
  readonly editing: boolean;
  readonly onChange: (text: string) => void;
  /** Asks for editing; without it the text is only read. */
  readonly onEdit?: (() => void) | undefined;
  readonly onDone: () => void;
}

/** A text of the notebook; while it is edited it is drawn beside or below the editor. */
export function TextCell({ text, editing, onChange, onEdit, onDone }: TextCellProps) {
  if (editing)
    return (
      <div className={styles.editing}>
        <TextEditor value={text} onChange={onChange} onDone={onDone} label="Text" />
        <Preview text={text} />
      </div>
    );
  return (
    <Editable empty={text.trim() === ''} invitation="Write here" onEdit={onEdit}>
      <Markdown source={text} />
    </Editable>
  );
}
