import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { estimateIds, estimates, sizeOf } from './estimates.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Perturbation.module.css';

/** Every estimate after the last sample: its error, the error it expects, and what it would take without help. */
export function EstimateTable({ reply }: { readonly reply: PerturbationReply }) {
  const plain = reply.distances.centred.expected;
  return (
    <Scroll label="Estimates and their errors">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">estimate</th>
            <th scope="col">from</th>
            <th scope="col">error</th>
            <th scope="col">standard error</th>
            <th scope="col">of the truth</th>
            <th scope="col">variance</th>
          </tr>
        </thead>
        <tbody>
          {estimateIds.map((id) => {
            const { label, about, of } = estimates[id];
            const { error, expected } = reply.distances[id];
            return (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className={styles.words}>{about}</td>
                <td>{formatNumber(error, 3)}</td>
                <td>{formatNumber(expected, 3)}</td>
                <td>{formatNumber((100 * error) / sizeOf(reply, id), 2)} %</td>
                <td>{of === 'gradient' ? `× ${formatNumber((expected / plain) ** 2, 2)}` : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
