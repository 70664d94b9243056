import { matrixOf } from '../../../engine/curvature/index.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useRestedResults } from '../matrices/restedResults.ts';
import { useShownTopology } from '../matrices/useShownTopology.ts';
import styles from './EntryValues.module.css';
import { entryValue } from './entryValue.ts';
import { useShownEntry } from './useShownEntry.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The entry's value in every matrix on show, and how far each is from exact. */
export function EntryValues() {
  const { snapshot } = useRestedResults();
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const entry = useShownEntry(useShownTopology());
  if (entry === null || snapshot === null) return null;
  const { matrices } = snapshot.value;
  const exact = matrices.exact === undefined ? NaN : entryValue(matrices.exact, entry);
  return (
    <table className={styles.values}>
      <caption className="visually-hidden">
        Row {entry.row + 1}, column {entry.column + 1} in every matrix on show
      </caption>
      <thead>
        <tr>
          <th scope="col">matrix</th>
          <th scope="col">value</th>
          <th scope="col">from exact</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((id) => {
          const matrix = matrices[id];
          const value = matrix === undefined ? NaN : entryValue(matrix, entry);
          return (
            <tr key={id}>
              <th scope="row">{matrixOf(id).label}</th>
              <td className={styles.value}>{formatNumber(value)}</td>
              <td className={styles.difference}>
                {id !== 'exact' && matrixOf(id).role !== 'part' ? formatNumber(value - exact, 3) : '—'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
