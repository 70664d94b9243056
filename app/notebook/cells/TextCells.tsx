import { CheckCell as CheckText } from '../text/CheckCell.tsx';
import { TextCell as PlainText } from '../text/TextCell.tsx';
import { useNotebook, useNotebookUi } from '../useNotebook.ts';
import type { CellProps } from './cell.ts';

/** Whether a cell's text is being written, and what begins and ends it. */
function useWriting(id: string, editable: boolean) {
  const { editor, ui } = useNotebook();
  const writing = useNotebookUi((state) => state.writing === id);
  return {
    editing: editable && writing,
    onEdit: editable ? (): void => ui.setState({ writing: id, selected: id }) : undefined,
    onDone: (): void => {
      editor.endGesture();
      ui.setState({ writing: null });
      document.getElementById(`cell-${id}`)?.focus();
    },
  };
}

/** Prose. */
export function TextCell({ cell, editing, onChange }: CellProps<'text'>) {
  const writing = useWriting(cell.id, editing);
  return <PlainText text={cell.text} onChange={(text) => onChange({ text }, 'text')} {...writing} />;
}

/** A question with a folded answer. */
export function CheckCell({ cell, editing, onChange }: CellProps<'check'>) {
  const writing = useWriting(cell.id, editing);
  return (
    <CheckText
      question={cell.question}
      answer={cell.answer}
      onChange={(change) => onChange(change, 'question' in change ? 'question' : 'answer')}
      {...writing}
    />
  );
}
