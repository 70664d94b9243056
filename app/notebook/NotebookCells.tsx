import { type ReactNode, memo } from 'react';
import type { Cell, CellContents, CellKind } from '../../engine/notebook/notebook.ts';
import { Message } from '../controls/Message.tsx';
import type { CellKindEntry } from './cells/cell.ts';
import { cellKinds } from './cells/index.ts';
import { CellBoundary } from './CellBoundary.tsx';
import { CellShell } from './CellShell.tsx';
import { groupsOf } from './groups.ts';
import { LabGroup } from './LabGroup.tsx';
import styles from './NotebookCells.module.css';
import { Sight } from './Sight.tsx';
import { changeCell } from './state/commands.ts';
import type { CellContent } from './state/content.ts';
import { useNotebook, useNotebookUi } from './useNotebook.ts';

const noSight = (): void => undefined;

interface CellViewProps<K extends CellKind> {
  readonly cell: Cell<K>;
  readonly kind: K;
  readonly always: boolean;
  /** Null where no experiment stands above. */
  readonly onSight: ((seen: boolean) => void) | null;
}

/** What a cell shows: at once when it is text, near the window when it is a figure. */
function CellView<K extends CellKind>({ cell, kind, always, onSight }: CellViewProps<K>): ReactNode {
  const { editor } = useNotebook();
  const editing = useNotebookUi((state) => state.editing);
  const { Cell: Content, needsExperiment, height, label }: CellKindEntry<K> = cellKinds[kind];
  if (onSight === null && needsExperiment(cell))
    return <Message tone="info">{label} needs an experiment: insert one above.</Message>;
  const onChange = (content: Partial<CellContents[K]>, gesture?: string): void =>
    editor.edit(
      changeCell(cell.id, { ...cell, ...content } as CellContent),
      gesture === undefined ? undefined : `${cell.id} ${gesture}`,
    );
  const content = <Content cell={cell} editing={editing} onChange={onChange} />;
  return height === 0 ? (
    content
  ) : (
    <Sight height={height} onSight={onSight ?? noSight} always={always}>
      {content}
    </Sight>
  );
}

const Kept = memo(CellView) as typeof CellView;

export interface NotebookCellsProps {
  readonly cells: readonly Cell[];
  /** Every figure is mounted, in sight or not. */
  readonly always?: boolean;
  /** The cells of a slide; the others keep their place, hidden. Null: all. */
  readonly shown?: ReadonlySet<string> | null;
}

/** The cells of a notebook, those that an experiment governs with a lab of their own. */
export function NotebookCells({ cells, always = false, shown = null }: NotebookCellsProps) {
  const isShown = ({ id }: Cell): boolean => shown?.has(id) ?? true;
  const shell = (cell: Cell, onSight: ((seen: boolean) => void) | null): ReactNode => (
    <CellShell
      key={cell.id}
      cell={cell}
      at={cells.indexOf(cell)}
      count={cells.length}
      hidden={!isShown(cell)}
    >
      <CellBoundary cell={cell}>
        <Kept cell={cell} kind={cell.kind} always={always && isShown(cell)} onSight={onSight} />
      </CellBoundary>
    </CellShell>
  );
  return (
    <div className={styles.cells}>
      {groupsOf(cells).map((group) =>
        group.experiment === null ? (
          group.cells.map((cell) => shell(cell, null))
        ) : (
          <LabGroup key={group.experiment.id} id={group.experiment.id}>
            {(onSight) => group.cells.map((cell) => shell(cell, onSight))}
          </LabGroup>
        ),
      )}
    </div>
  );
}
