import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from '../Models.module.css';
import { Scroll } from '../shared/Scroll.tsx';
import { relativeDifference } from './quantities.ts';

export interface DerivativesTableProps {
  readonly reply: BoltzmannReply;
  readonly sample: BoltzmannSample | null;
}

const rows = [
  { of: 'gradient', name: '‖∇G‖', by: 'divergences' },
  { of: 'Hv', name: '‖Hv‖', by: 'gradients' },
] as const;

/** Gradient and Hv by enumeration, beside finite differences and beside the sample. */
export function DerivativesTable({ reply, sample }: DerivativesTableProps) {
  const { exact, checked } = reply;
  return (
    <Scroll label="Gradient and Hv">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">quantity</th>
            <th scope="col">enumerated</th>
            <th scope="col">differences</th>
            <th scope="col">sample</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ of, name, by }) => (
            <tr key={of}>
              <th scope="row">
                {name}
                <span className="visually-hidden">, differences of {by}</span>
              </th>
              <td>{formatNumber(Math.hypot(...exact[of]), 6)}</td>
              <td>{formatNumber(relativeDifference(checked[of], exact[of]), 2)}</td>
              <td>
                {sample === null ? '…' : formatNumber(relativeDifference(sample.values[of], exact[of]), 2)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
