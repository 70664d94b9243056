import { useDeferredValue } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { focusedOf } from '../matrices/focusedMatrix.ts';
import { parameterText } from '../network/parameterTex.ts';
import { entryValue } from './entryValue.ts';
import { useExperiment, useFocusedMatrix, useLab, useSelection } from '../../state/useLab.ts';

/** Reads the kept entry aloud when it changes: not what the pointer passes over, nor every number of a drag. */
export function EntryAnnouncement({ topology }: { readonly topology: Topology }) {
  const lab = useLab();
  const entry = useDeferredValue(useSelection((state) => state.entry));
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const focused = useFocusedMatrix((state) => focusedOf(state.matrix, shown));
  const valid = entry !== null && entry.row < topology.W && entry.column < topology.W;
  const matrix = lab.results.getState().snapshot?.value.matrices[focused];
  const text =
    !valid || matrix === undefined
      ? ''
      : `${matrixOf(focused).label}, row ${entry.row + 1}, column ${entry.column + 1}: ${formatNumber(entryValue(matrix, entry))}. ` +
        `${parameterText(topology, entry.row)}, ${parameterText(topology, entry.column)}.`;
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
