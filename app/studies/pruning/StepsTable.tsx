import type { Topology } from '../../../engine/network/topology.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './Pruning.module.css';
import { ruleLabel, rules } from './rules.ts';
import type { Race } from './useRace.ts';
import { WeightName } from './WeightName.tsx';

export interface StepsTableProps {
  readonly race: Race;
  readonly limit: number;
  readonly topology: Topology;
}

/** Which weight goes in each step by each rule, and E after it; what exceeds the threshold is paler. */
export function StepsTable({ race: { curves }, limit, topology }: StepsTableProps) {
  const steps = Math.max(0, ...rules.map((rule) => curves[rule]?.deletions.length ?? 0));
  const hasExceeded = rules.map((rule) =>
    (curves[rule]?.deletions ?? []).findIndex(({ error }) => !(error <= limit)),
  );
  return (
    <div
      className={styles.steps}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
      role="region"
      aria-label="Weights in the order in which they go"
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">step</th>
            {rules.map((rule) => (
              <th key={rule} scope="col" colSpan={2}>
                {ruleLabel(rule)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: steps }, (_, k) => (
            <tr key={k}>
              <th scope="row">{k + 1}</th>
              {rules.map((rule, column) => {
                const deletion = curves[rule]?.deletions[k];
                if (deletion === undefined)
                  return (
                    <td key={rule} colSpan={2} className={styles.beyond}>
                      {(curves[rule]?.stopped ?? null) === null ? '…' : '—'}
                    </td>
                  );
                const first = hasExceeded[column] ?? -1;
                const className = first >= 0 && k >= first ? styles.beyond : undefined;
                return [
                  <td key={`${rule} weight`} className={className}>
                    <WeightName topology={topology} index={deletion.index} />
                  </td>,
                  <td key={`${rule} error`} className={className}>
                    {formatNumber(deletion.error, 4)}
                  </td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
