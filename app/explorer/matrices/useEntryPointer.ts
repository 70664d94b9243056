import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Entry } from '../../state/selection.ts';
import { entryAt } from './walkEntries.ts';
import { useLab } from '../../state/useLab.ts';

function pointedAt(event: MouseEvent<HTMLElement>, W: number): Entry | null {
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  return entryAt(event.clientX - left, event.clientY - top, width, W);
}

const same = (one: Entry | null, other: Entry | null): boolean =>
  one?.row === other?.row && one?.column === other?.column;

export interface EntryPointer {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Moving the pointer shows the entry under it, a click or a tap keeps it. */
export function useEntryPointer(id: MatrixId, W: number): EntryPointer {
  const lab = useLab();
  return useMemo(
    () => ({
      onPointerMove: (event) => {
        if (event.pointerType === 'touch') return;
        const entry = pointedAt(event, W);
        if (same(entry, lab.selection.getState().hover)) return;
        lab.focused.setState({ matrix: id });
        lab.selection.setState({ hover: entry });
      },
      onPointerLeave: () => lab.selection.setState({ hover: null }),
      onClick: (event) => {
        // Space and Enter on the button click without a place.
        if (event.detail === 0) return;
        const entry = pointedAt(event, W);
        if (entry === null) return;
        lab.focused.setState({ matrix: id });
        lab.selection.setState({ entry });
        lab.selection.setState({ parameter: entry.row });
      },
    }),
    [lab, id, W],
  );
}
