import type { OwnData } from '../../../engine/experiment/document.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './OwnDataDialog.module.css';

const ROWS = 5;

interface RowsPreviewProps {
  readonly data: OwnData;
  readonly names: readonly string[];
}

/** The first rows as they were understood. */
export function RowsPreview({ data, names }: RowsPreviewProps) {
  const { inputs, targets } = data;
  const inputColumns = inputs[0]?.length ?? 0;
  const left = inputs.length - ROWS;
  return (
    // a table wider than the dialog scrolls, by keys too
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.preview} role="region" aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name, column) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inputs.slice(0, ROWS).map((row, n) => (
            <tr key={n}>
              {[...row, ...(targets[n] ?? [])].map((value, k) => (
                <td key={k} className={k < inputColumns ? undefined : styles.target}>
                  {formatNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? <p className={styles.left}>and {left} more rows</p> : null}
    </div>
  );
}
