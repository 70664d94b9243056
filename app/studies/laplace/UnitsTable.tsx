import { formatNumber } from '../../controls/formatNumber.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Laplace.module.css';
import { decimals } from './tableNumbers.ts';
import { bestRow, type ErrorScale, type UnitRow } from './unitRows.ts';

export interface UnitsTableProps {
  readonly rows: readonly UnitRow[];
  readonly N: number;
  readonly K: number;
  readonly scale: ErrorScale;
}

/** The best start of each number of units. */
export function UnitsTable({ rows, N, K, scale }: UnitsTableProps) {
  const chosen = bestRow(rows);
  const number = (value: number | undefined): string => formatNumber(value ?? NaN, 3);
  return (
    <Scroll label="Best start of each number of units">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">M</th>
            <th scope="col">W</th>
            <th scope="col">γ</th>
            <th scope="col">α</th>
            <th scope="col">ln evidence</th>
            <th scope="col">error</th>
            <th scope="col">fresh</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const found = row.best?.found;
            return (
              <tr key={row.M} className={row === chosen ? styles.chosen : undefined}>
                <th scope="row">{row.M}</th>
                <td>{row.W}</td>
                <td>{found === undefined ? '—' : decimals(found.gamma, 1)}</td>
                <td>{number(found?.alpha)}</td>
                <td>{found === undefined ? '—' : decimals(found.logEvidence, 2)}</td>
                <td>{found === undefined ? '—' : decimals(scale.of(found.dataError, N, K), 3)}</td>
                <td>{found === undefined ? '—' : decimals(scale.of(found.freshError, 1, K), 3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
