import { formatNumber } from '../../controls/formatNumber.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Laplace.module.css';
import { decimals } from './tableNumbers.ts';
import type { Round } from './reestimate.ts';

/** More rows than this are cut in the middle. */
const MOST_ROWS = 10;
const FIRST_ROWS = 4;

interface Row {
  readonly round: Round;
  readonly number: number;
}

/** The first and the last rounds. */
function shown(rounds: readonly Round[]): { readonly rows: readonly Row[]; readonly gap: number | null } {
  const rows = rounds.map((round, at) => ({ round, number: at + 1 }));
  if (rows.length <= MOST_ROWS) return { rows, gap: null };
  const kept = [...rows.slice(0, FIRST_ROWS), ...rows.slice(FIRST_ROWS - MOST_ROWS)];
  return { rows: kept, gap: FIRST_ROWS };
}

export interface EstimationTableProps {
  readonly rounds: readonly Round[];
  /** Cross-entropies have no β. */
  readonly hasNoise: boolean;
}

/** α, β, γ and the evidence of each round. */
export function EstimationTable({ rounds, hasNoise }: EstimationTableProps) {
  const { rows, gap } = shown(rounds);
  return (
    <Scroll label="Rounds of re-estimation">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">round</th>
            <th scope="col">α</th>
            {hasNoise ? <th scope="col">β</th> : null}
            <th scope="col">γ</th>
            <th scope="col">decay</th>
            <th scope="col">ln evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ round, number }, at) => (
            <tr key={number} className={at === gap ? styles.gap : undefined}>
              <th scope="row">{number}</th>
              <td>{formatNumber(round.alpha)}</td>
              {hasNoise ? <td>{formatNumber(round.beta)}</td> : null}
              <td>{decimals(round.gamma, 2)}</td>
              <td>{formatNumber(round.weightDecay, 3)}</td>
              <td>{decimals(round.logEvidence, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
