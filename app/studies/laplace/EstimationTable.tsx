import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './Laplace.module.css';
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

/** α, β, γ and the evidence of each round. */
export function EstimationTable({ rounds }: { readonly rounds: readonly Round[] }) {
  const { rows, gap } = shown(rounds);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is wider than the page
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Rounds of re-estimation">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">round</th>
            <th scope="col">α</th>
            <th scope="col">β</th>
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
              <td>{formatNumber(round.beta)}</td>
              <td>{round.gamma.toFixed(2)}</td>
              <td>{formatNumber(round.weightDecay, 3)}</td>
              <td>{round.logEvidence.toFixed(2).replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
