import { type KeyboardEvent, useCallback } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { hoverEntry, selectEntry, selectParameter, useSelection } from '../../state/selection.ts';
import type { Boundaries } from './boundaries.ts';
import { focusMatrix } from './focusedMatrix.ts';
import { walk } from './walkEntries.ts';

/** Arrow keys walk the entries, Enter selects the weight of the row, Escape lets go. */
export function useEntryKeys(id: MatrixId, { W, layers }: Boundaries): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const { entry } = useSelection.getState();
      const kept = entry !== null && entry.row < W && entry.column < W ? entry : null;
      if (event.key === 'Escape' && entry !== null) {
        event.preventDefault();
        hoverEntry(null);
        selectEntry(null);
        return;
      }
      if (event.key === 'Enter' && kept !== null) {
        event.preventDefault();
        focusMatrix(id);
        selectParameter(kept.row);
        return;
      }
      const stride = { shift: event.shiftKey, layer: event.ctrlKey || event.altKey };
      const starts = layers.map(({ start }) => start);
      const next = walk(kept ?? { row: 0, column: 0 }, event.key, stride, W, starts);
      if (next === null) return;
      event.preventDefault();
      focusMatrix(id);
      hoverEntry(null);
      selectEntry(kept === null ? { row: 0, column: 0 } : next);
    },
    [id, W, layers],
  );
}
