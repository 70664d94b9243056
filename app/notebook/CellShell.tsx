import type { ReactNode } from 'react';
import type { Cell } from '../../engine/notebook/notebook.ts';
import styles from './CellShell.module.css';
import { cellKinds } from './cells/index.ts';

export interface CellShellProps {
  readonly cell: Cell;
  readonly children: ReactNode;
}

/** A cell's place in the column: text keeps to it, figures reach beyond. */
export function CellShell({ cell, children }: CellShellProps) {
  const isText = cellKinds[cell.kind].height === 0;
  return (
    <div className={isText ? styles.text : styles.figure} id={`cell-${cell.id}`} tabIndex={-1}>
      {children}
    </div>
  );
}
