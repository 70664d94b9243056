import { ArrowDown, ArrowUp, Copy, GripVertical, Pencil, Trash2 } from 'lucide-react';
import type { DragEvent } from 'react';
import type { Cell } from '../../../engine/notebook/notebook.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { cellKinds } from '../cells/index.ts';
import { useNotebook, useNotebookUi } from '../useNotebook.ts';
import { duplicate, moveBy, remove } from './actions.ts';
import styles from './CellTools.module.css';

export const DRAGGED_CELL = 'application/x-hessian-cell';

const ICON = 14;

/** What can be done with a cell, beside it. */
export function CellTools({ cell, first, last }: CellToolsProps) {
  const on = useNotebook();
  const writing = useNotebookUi((state) => state.writing === cell.id);
  const { id, kind } = cell;
  const { label } = cellKinds[kind];
  const written = kind === 'text' || kind === 'check';
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(DRAGGED_CELL, id);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={`${label} cell`}>
      <span className={styles.grip} draggable onDragStart={onDragStart} aria-hidden title="Drag to move">
        <GripVertical size={ICON} />
      </span>
      <span className={styles.kind}>{label}</span>
      {written && !writing ? (
        <IconButton
          label="Write"
          icon={<Pencil size={ICON} />}
          tone="quiet"
          onClick={() => on.ui.setState({ writing: id, selected: id })}
        />
      ) : null}
      <IconButton
        label="Move up"
        icon={<ArrowUp size={ICON} />}
        tone="quiet"
        disabled={first}
        onClick={() => moveBy(on, id, -1)}
      />
      <IconButton
        label="Move down"
        icon={<ArrowDown size={ICON} />}
        tone="quiet"
        disabled={last}
        onClick={() => moveBy(on, id, 1)}
      />
      <IconButton
        label="Duplicate"
        icon={<Copy size={ICON} />}
        tone="quiet"
        onClick={() => duplicate(on, id)}
      />
      <IconButton label="Delete" icon={<Trash2 size={ICON} />} tone="quiet" onClick={() => remove(on, id)} />
    </div>
  );
}

export interface CellToolsProps {
  readonly cell: Cell;
  readonly first: boolean;
  readonly last: boolean;
}
