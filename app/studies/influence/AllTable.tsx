import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from '../pruning/Pruning.module.css';
import type { Pair } from './pairFigure.ts';

export interface AllTableProps {
  readonly pairs: readonly Pair[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** All patterns, the one of largest true influence first; each can be chosen. */
export function AllTable({ pairs, chosen, onChoose }: AllTableProps) {
  const rows = [...pairs].sort((a, b) => b.truth - a.truth);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className={styles.steps} tabIndex={0} role="region" aria-label="Patterns by their influence">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">pattern</th>
            <th scope="col">predicted rise</th>
            <th scope="col">true rise</th>
            <th scope="col">true / predicted</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, predicted, truth }) => (
            <tr key={name}>
              <th scope="row">
                <Button tone="quiet" pressed={name === chosen} onClick={() => onChoose(name)}>
                  {name}
                </Button>
              </th>
              <td>{formatNumber(predicted, 3)}</td>
              <td>{formatNumber(truth, 3)}</td>
              <td>{formatNumber(truth / predicted, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
