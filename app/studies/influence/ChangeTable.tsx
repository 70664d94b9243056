import type {
  DataEdit,
  InfluenceReply,
  RetrainReply,
  ShownChange,
} from '../../../workers/protocol/influence.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { reasonSentence } from '../pruning/pruningWords.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from '../pruning/Pruning.module.css';

export interface ChangeTableProps {
  readonly edit: DataEdit;
  readonly reply: InfluenceReply;
  readonly truth: RetrainReply | null;
}

const length = (dw: Float64Array): number => Math.sqrt(dw.reduce((sum, d) => sum + d * d, 0));

/** ‖a − b‖/‖b‖. */
const off = (a: Float64Array, b: Float64Array): number =>
  length(a.map((entry, q) => entry - (b[q] ?? NaN))) / length(b);

/** The change of weights, error and output: predicted, after one Newton step, and really retrained. */
export function ChangeTable({ edit, reply, truth }: ChangeTableProps) {
  const ways: { readonly label: string; readonly change: ShownChange | null; readonly why: string | null }[] =
    [
      { label: 'influence', change: reply.predicted, why: reply.refused },
      { label: 'one Newton step', change: reply.newton, why: reply.noNewton },
      { label: 'retrained', change: truth, why: null },
    ];
  const outputs = (y: Float64Array): string => Array.from(y, (value) => formatNumber(value, 3)).join(', ');
  return (
    <Scroll label="Changes predicted and true">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">pattern {edit.n + 1}</th>
            <th scope="col">‖δw‖</th>
            <th scope="col">off from the truth</th>
            <th scope="col">change of E</th>
            <th scope="col">change of its own error</th>
            <th scope="col">output there, was {outputs(reply.y)}</th>
          </tr>
        </thead>
        <tbody>
          {ways.map(({ label, change, why }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {change === null ? (
                <td colSpan={5} className={styles.why}>
                  {why === null ? '…' : reasonSentence(why)}
                </td>
              ) : (
                <>
                  <td>{formatNumber(length(change.dw), 3)}</td>
                  <td>
                    {truth === null || change === truth
                      ? ''
                      : `${formatNumber(100 * off(change.dw, truth.dw), 3)} %`}
                  </td>
                  <td>{formatNumber(change.error, 3)}</td>
                  <td>{formatNumber(change.patternError, 3)}</td>
                  <td>{outputs(change.y)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
