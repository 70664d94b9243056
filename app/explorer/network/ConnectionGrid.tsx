import { Message } from '../../controls/Message.tsx';
import { toggleSkip } from '../../state/edits/network.ts';
import styles from './ConnectionGrid.module.css';
import { connectionRows } from './connections.ts';
import { useAttempt } from './useAttempt.ts';
import { useExperiment } from '../../state/useLab.ts';

/** Which layer reads which: a box for every pair of an earlier layer (row) and a later one (column). */
export function ConnectionGrid() {
  const network = useExperiment((state) => state.experiment.network);
  const [problem, attempt] = useAttempt();
  return (
    <div className={styles.connections}>
      <h3 className={styles.title}>Connections</h3>
      <p className={styles.note}>
        A row feeds a column. A layer always reads at least one; one that reads an image reads only that.
      </p>
      <table className={styles.grid}>
        <thead>
          <tr>
            <td />
            {network.layers.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {connectionRows(network).map(({ from, cells }) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              {cells.map(({ to, connection }) => (
                <td key={to}>
                  {connection === 'none' ? null : (
                    <input
                      className={styles.box}
                      type={connection === 'only' || connection === 'instead' ? 'radio' : 'checkbox'}
                      aria-label={`${from} feeds ${to}`}
                      checked={connection !== 'off' && connection !== 'instead'}
                      disabled={connection === 'fixed'}
                      onChange={() => attempt(toggleSkip(from, to))}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
    </div>
  );
}
