import { ChevronRight } from 'lucide-react';
import { Editable, Preview } from './Editable.tsx';
import { Markdown } from './Markdown.tsx';
import styles from './TextCell.module.css';
import { TextEditor } from './TextEditor.tsx';

export interface CheckCellProps {
  readonly question: string;
  readonly answer: string;
  readonly editing: boolean;
  readonly onChange: (change: { readonly question?: string; readonly answer?: string }) => void;
  /** Asks for editing; without it the question is only read. */
  readonly onEdit?: (() => void) | undefined;
  readonly onDone: () => void;
}

/** A question, and an answer that stays folded until it is asked for. */
export function CheckCell({ question, answer, editing, onChange, onEdit, onDone }: CheckCellProps) {
  if (editing)
    return (
      <div className={styles.check}>
        <p className={styles.label}>Question</p>
        <div className={styles.editing}>
          <TextEditor
            value={question}
            onChange={(text) => onChange({ question: text })}
            onDone={onDone}
            label="Question"
          />
          <Preview text={question} />
        </div>
        <p className={styles.label}>Answer</p>
        <div className={styles.editing}>
          <TextEditor
            value={answer}
            onChange={(text) => onChange({ answer: text })}
            onDone={onDone}
            label="Answer"
            focused={false}
            withDone={false}
          />
          <Preview text={answer} />
        </div>
      </div>
    );
  return (
    <Editable
      empty={question.trim() === '' && answer.trim() === ''}
      invitation="Write a question and its answer"
      onEdit={onEdit}
    >
      <div className={styles.check}>
        <Markdown source={question} />
        <details className={styles.answer}>
          <summary>
            <ChevronRight size={15} aria-hidden />
            Check yourself
          </summary>
          <div className={styles.unfolded}>
            <Markdown source={answer} />
          </div>
        </details>
      </div>
    </Editable>
  );
}
