import type { BoltzmannReply } from '../../../workers/protocol/boltzmann.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from '../Models.module.css';
import { Scroll } from '../shared/Scroll.tsx';

/** 1 and 0, or + and − where a unit that is off is −1. */
const signs = (shown: Float64Array, plusMinus: boolean): string =>
  Array.from(shown, (s) => (plusMinus ? (s === 1 ? '+' : '−') : String(s))).join(' ');

export interface DataTableProps {
  readonly reply: BoltzmannReply;
  readonly states: '0/1' | '±1';
}

/** The patterns with their probabilities, in the data and by the machine. */
export function DataTable({ reply: { patterns }, states }: DataTableProps) {
  const others = 1 - patterns.reduce((sum, { machine }) => sum + machine, 0);
  return (
    <Scroll label="Patterns">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">visible units</th>
            <th scope="col">data R(v)</th>
            <th scope="col">machine P(v)</th>
          </tr>
        </thead>
        <tbody>
          {patterns.map(({ shown, data, machine }) => (
            <tr key={shown.join()}>
              <th scope="row">{signs(shown, states === '±1')}</th>
              <td>{formatNumber(data, 3)}</td>
              <td>{formatNumber(machine, 3)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">all others</th>
            <td>0</td>
            <td>{formatNumber(Math.max(0, others), 3)}</td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
