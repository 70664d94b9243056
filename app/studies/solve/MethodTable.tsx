import type { Solved } from '../../../workers/protocol/solve.ts';
import { formatTime } from '../../charts/formatTime.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle } from '../../lenses/differences/seriesColours.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Solve.module.css';
import { endText, lastOf, productsOf, solvers } from './solveWords.ts';

export interface MethodTableProps {
  readonly solved: Solved;
  readonly colours: readonly string[];
  readonly ink: string;
}

/** What every method took, how near it came, and how it ended. */
export function MethodTable({ solved, colours, ink }: MethodTableProps) {
  return (
    <Scroll label="Methods beside each other">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">method</th>
            <th scope="col">products</th>
            <th scope="col">residual</th>
            <th scope="col">error</th>
            <th scope="col">time</th>
            <th scope="col" className={styles.words}>
              how it ended
            </th>
          </tr>
        </thead>
        <tbody>
          {solved.runs.map((run, k) => (
            <tr key={run.id}>
              <th scope="row">
                <span
                  className={styles.swatch}
                  style={{ background: run.id === 'direct' ? ink : cycle(colours, k - 1) }}
                />
                {solvers[run.id]}
              </th>
              <td>{run.id === 'direct' ? '—' : formatCount(productsOf(run))}</td>
              <td>{formatNumber(lastOf(run.residuals), 2)}</td>
              <td>{run.id === 'direct' ? '—' : formatNumber(lastOf(run.errors), 2)}</td>
              <td>{formatTime(run.milliseconds)}</td>
              <td className={styles.words}>{endText(run, solved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
