import { Formula } from '../../controls/Formula.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle } from '../differences/seriesColours.ts';
import styles from './Cost.module.css';
import type { GrowthFit } from './fits.ts';
import type { PowerLaw } from './slope.ts';

const power = (law: PowerLaw | null): string => (law === null ? '—' : formatNumber(law.power, 3));

export interface GrowthTableProps {
  readonly fits: readonly GrowthFit[];
  readonly colours: readonly string[];
}

/** What theory says of each method, and the powers of W that were fitted. */
export function GrowthTable({ fits, colours }: GrowthTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">method</th>
          <th scope="col">theory</th>
          <th scope="col">
            power, <br />
            counted
          </th>
          <th scope="col">
            power, <br />
            measured
          </th>
          <th scope="col">
            up to <br />W
          </th>
        </tr>
      </thead>
      <tbody>
        {fits.map(({ method, label, cost, points, operations, time }, k) => (
          <tr key={method}>
            <th scope="row">
              <span className={styles.swatch} style={{ background: cycle(colours, k) }} />
              {label}
            </th>
            <td>
              <Formula tex={cost} />
            </td>
            <td>{power(operations)}</td>
            <td>
              <b>{power(time)}</b>
            </td>
            <td>{formatCount(points.at(-1)?.W ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
