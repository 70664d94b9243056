import { type DragEvent, type ReactNode, useState } from 'react';
import type { Cell } from '../../engine/notebook/notebook.ts';
import styles from './CellShell.module.css';
import { cellKinds } from './cells/index.ts';
import { moveBeside } from './editing/actions.ts';
import { CellTools, DRAGGED_CELL } from './editing/CellTools.tsx';
import { InsertMenu } from './editing/InsertMenu.tsx';
import { useNotebook, useNotebookUi } from './useNotebook.ts';

export interface CellShellProps {
  readonly cell: Cell;
  readonly at: number;
  readonly count: number;
  /** It is not on the slide. */
  readonly hidden: boolean;
  readonly children: ReactNode;
}

type Side = 'above' | 'below';

/** The half of a cell that the pointer is over. */
const sideOf = ({ clientY, currentTarget }: DragEvent): Side => {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'above' : 'below';
};

/** Takes a cell that is dropped on this one: it comes to stand above it or below, whichever half is nearer. */
function useDrop(id: string) {
  const on = useNotebook();
  const [over, setOver] = useState<Side | null>(null);
  const carries = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(DRAGGED_CELL);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(sideOf(event));
      },
      onDragLeave: (): void => setOver(null),
      onDrop: (event: DragEvent): void => {
        setOver(null);
        if (!carries(event)) return;
        event.preventDefault();
        moveBeside(on, event.dataTransfer.getData(DRAGGED_CELL), id, sideOf(event));
      },
    },
  };
}

/** A cell while the notebook is edited: it can be selected, moved and taken away. */
function EditedCell({ cell, at, count, children }: CellShellProps) {
  const { ui } = useNotebook();
  const selected = useNotebookUi((state) => state.selected === cell.id);
  const { over, handlers } = useDrop(cell.id);
  const { label, height } = cellKinds[cell.kind];
  return (
    <>
      <InsertMenu at={at} label={`Insert above cell ${at + 1}`} />
      {/* the cell itself is a stop: keys act on it */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        className={`${height === 0 ? styles.text : styles.figure} ${selected ? styles.selected : styles.edited}`}
        id={`cell-${cell.id}`}
        data-cell={cell.id}
        data-over={over ?? undefined}
        aria-label={`Cell ${at + 1} of ${count}: ${label}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as in every notebook
        tabIndex={0}
        onFocus={(event) => {
          if (event.target === event.currentTarget) ui.setState({ selected: cell.id });
        }}
        {...handlers}
      >
        <CellTools cell={cell} first={at === 0} last={at === count - 1} />
        {children}
      </section>
    </>
  );
}

/** A cell's place in the column: text keeps to it, figures reach beyond. */
export function CellShell(props: CellShellProps) {
  const editing = useNotebookUi((state) => state.editing);
  if (editing) return <EditedCell {...props} />;
  const { cell, hidden, children } = props;
  const place = cellKinds[cell.kind].height === 0 ? 'text' : 'figure';
  return (
    <div className={styles[place]} id={`cell-${cell.id}`} data-cell-place={place} hidden={hidden}>
      {children}
    </div>
  );
}
