import { type KeyboardEvent, useCallback } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Boundaries } from './boundaries.ts';
import { walk } from './walkEntries.ts';
import { useLab } from '../../state/useLab.ts';

/** Arrow keys walk the entries, Enter selects the weight of the row, Escape lets go. */
export function useEntryKeys(id: MatrixId, { W, layers }: Boundaries): (event: KeyboardEvent) => void {
  const lab = useLab();
  return useCallback(
    (event) => {
      const { entry } = lab.selection.getState();
      const kept = entry !== null && entry.row < W && entry.column < W ? entry : null;
      if (event.key === 'Escape' && entry !== null) {
        event.preventDefault();
        lab.selection.setState({ hover: null });
        lab.selection.setState({ entry: null });
        return;
      }
      if (event.key === 'Enter' && kept !== null) {
        event.preventDefault();
        lab.focused.setState({ matrix: id });
        lab.selection.setState({ parameter: kept.row });
        return;
      }
      const stride = { shift: event.shiftKey, layer: event.ctrlKey || event.altKey };
      const starts = layers.map(({ start }) => start);
      const next = walk(kept ?? { row: 0, column: 0 }, event.key, stride, W, starts);
      if (next === null) return;
      event.preventDefault();
      lab.focused.setState({ matrix: id });
      lab.selection.setState({ hover: null });
      lab.selection.setState({ entry: kept === null ? { row: 0, column: 0 } : next });
    },
    [lab, id, W, layers],
  );
}
