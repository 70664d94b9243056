import type { Topology } from '../../../engine/network/topology.ts';
import type { PredictionsReply } from '../../../workers/protocol/pruning.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { factsOf } from './predictionsFacts.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Pruning.module.css';
import { ruleLabel, rules } from './rules.ts';
import { WeightName } from './WeightName.tsx';

export interface PredictionsTableProps {
  readonly shown: Pick<PredictionsReply, 'left' | 'rules'>;
  readonly gradient: boolean;
  readonly topology: Topology;
}

/** What each rule's predictions are worth, and which weight it would delete first. */
export function PredictionsTable({ shown, gradient, topology }: PredictionsTableProps) {
  return (
    <Scroll label="What the predictions are worth">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col">median off by</th>
            <th scope="col">rank correlation</th>
            <th scope="col">goes first</th>
            <th scope="col">predicted ΔE</th>
            <th scope="col">true ΔE</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const predictions = shown.rules[rule];
            const facts = predictions === undefined ? null : factsOf(shown.left, rule, predictions, gradient);
            return (
              <tr key={rule}>
                <th scope="row">{ruleLabel(rule)}</th>
                {facts === null ? (
                  <td colSpan={5}>—</td>
                ) : (
                  <>
                    <td>{Number.isNaN(facts.factor) ? '—' : `× ${formatNumber(facts.factor, 3)}`}</td>
                    <td>{formatNumber(facts.correlation, 2)}</td>
                    <td>
                      <WeightName topology={topology} index={facts.index} />
                    </td>
                    <td>{formatNumber(facts.predicted, 3)}</td>
                    <td>{formatNumber(facts.truth, 3)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
