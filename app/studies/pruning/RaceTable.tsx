import type { PruningRuleId } from '../../../workers/protocol/pruning.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Pruning.module.css';
import { reachOf } from './raceFacts.ts';
import { ruleLabel, rules } from './rules.ts';
import type { Race } from './useRace.ts';

export interface RaceTableProps {
  readonly race: Race;
  readonly limit: number;
  readonly disabled: boolean;
  /** Deletes weights of the experiment: at most `count`, none that lifts E above the limit. */
  readonly onDelete: (rule: PruningRuleId, count: number, limit: number | null) => void;
}

/** How far each rule comes, and the buttons that do it to the experiment. */
export function RaceTable({ race, limit, disabled, onDelete }: RaceTableProps) {
  return (
    <Scroll label="How far each rule comes">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col">deleted up to E = {formatNumber(limit, 4)}</th>
            <th scope="col">E then</th>
            <th scope="col">delete from the network above</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const curve = race.curves[rule];
            const label = ruleLabel(rule);
            if (curve === undefined)
              return (
                <tr key={rule}>
                  <th scope="row">{label}</th>
                  <td>…</td>
                  <td>…</td>
                  <td />
                </tr>
              );
            const { count, error } = reachOf(curve, limit);
            const none = curve.deletions.length === 0;
            return (
              <tr key={rule}>
                <th scope="row">{label}</th>
                <td>
                  <b>{count}</b>
                </td>
                <td>{formatNumber(error, 4)}</td>
                <td>
                  <div className={styles.actions}>
                    <Button disabled={disabled || none} onClick={() => onDelete(rule, 1, null)}>
                      <span className="visually-hidden">{label}: </span>next
                    </Button>
                    <Button disabled={disabled || count === 0} onClick={() => onDelete(rule, count, limit)}>
                      <span className="visually-hidden">{label}: </span>all {count}
                    </Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
