import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Entry } from '../../state/selection.ts';
import { focusedOf } from '../matrices/focusedMatrix.ts';
import { useRestedResults } from '../matrices/restedResults.ts';
import { parameterTex } from '../network/parameterTex.ts';
import styles from './EntryReadout.module.css';
import { entryValue } from './entryValue.ts';
import { useExperiment, useFocusedMatrix } from '../../state/useLab.ts';

export interface EntryReadoutProps {
  readonly entry: Entry;
  readonly topology: Topology;
}

/** The value of one entry in the focused matrix, large, and the two weights it belongs to. */
export function EntryReadout({ entry, topology }: EntryReadoutProps) {
  const { snapshot } = useRestedResults();
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const focused = useFocusedMatrix((state) => focusedOf(state.matrix, shown));
  const matrix = snapshot?.value.matrices[focused];
  const value = matrix === undefined ? NaN : entryValue(matrix, entry);
  const pair = String.raw`${parameterTex(topology, entry.row)}\times ${parameterTex(topology, entry.column)}`;
  return (
    <div className={styles.readout}>
      <div className={styles.line}>
        <span className={styles.value}>{formatNumber(value)}</span>
        <span className={styles.matrix}>{matrixOf(focused).label}</span>
      </div>
      <Formula tex={pair} />
    </div>
  );
}
