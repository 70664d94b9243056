import type { ModelStep, StepsReply } from '../../../workers/protocol/solve.ts';
import { Button } from '../../controls/Button.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle } from '../../lenses/differences/seriesColours.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Solve.module.css';
import { stepTexts } from './stepWords.ts';

export interface StepTableProps {
  readonly reply: StepsReply;
  readonly colours: readonly string[];
  readonly onTake: (step: ModelStep) => void;
}

/** What each step promises and does, and a button that takes it. */
export function StepTable({ reply, colours, onTake }: StepTableProps) {
  const { steps, error } = reply;
  return (
    <Scroll label="Steps beside each other">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">length ‖d‖</th>
            <th scope="col">predicted ΔE</th>
            <th scope="col">true ΔE</th>
            <th scope="col">E after</th>
            <th scope="col">gain ratio</th>
            <th scope="col">
              <span className="visually-hidden">take it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, k) => {
            const { label, tex } = stepTexts[step.id];
            return (
              <tr key={step.id}>
                <th scope="row">
                  <span className={styles.swatch} style={{ background: cycle(colours, k) }} />
                  {label}
                  <span className={styles.formula}>
                    <Formula tex={tex} />
                  </span>
                </th>
                <td>{formatNumber(step.length, 3)}</td>
                <td>{formatNumber(step.predicted, 3)}</td>
                <td>{formatNumber(step.error - error, 3)}</td>
                <td>{formatNumber(step.error, 4)}</td>
                <td>{formatNumber(step.gain, 3)}</td>
                <td>
                  <Button
                    disabled={step.d === null || !Number.isFinite(step.error)}
                    title={`Moves the weights by the step of ${label}`}
                    onClick={() => onTake(step)}
                  >
                    Take<span className="visually-hidden"> the step of {label}</span>
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
