import { formatTime } from '../../charts/formatTime.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './Cost.module.css';
import type { CostRow } from './rows.ts';

const timeOf = ({ milliseconds }: CostRow): string => {
  if (milliseconds === null) return '';
  return Number.isNaN(milliseconds) ? 'too long' : formatTime(milliseconds);
};

/** Operations a second, in units of 10⁹. */
const rateOf = ({ milliseconds, operations }: CostRow): string =>
  milliseconds === null || Number.isNaN(milliseconds) ? '' : formatNumber(operations / milliseconds / 1e6, 2);

/** Every method with its cost in theory, counted and measured. */
export function CostTable({ rows }: { readonly rows: readonly CostRow[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">method</th>
          <th scope="col" className={styles.optional}>
            per pattern
          </th>
          <th scope="col">operations</th>
          <th scope="col">time</th>
          <th scope="col" className={styles.optional}>
            10⁹ op/s
          </th>
          <th scope="col" className={styles.barColumn}>
            <span className="visually-hidden">on a logarithmic scale</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.method}>
            <th scope="row">{row.label}</th>
            <td className={styles.optional}>
              <Formula tex={row.cost} />
            </td>
            <td>{formatNumber(row.operations, 3)}</td>
            <td>{timeOf(row)}</td>
            <td className={styles.optional}>{rateOf(row)}</td>
            <td className={styles.barColumn}>
              <div className={styles.bar} style={{ width: `${100 * row.bar}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
