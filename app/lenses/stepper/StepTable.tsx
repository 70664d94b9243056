import { formatNumber } from '../../controls/formatNumber.ts';
import { phaseTexts } from './phases.ts';
import { placeText, quantityNames } from './places.ts';
import { lastTaken } from './phases.ts';
import { ruleOf } from './symbols.ts';
import styles from './StepTable.module.css';
import type { Traced } from './useTrace.ts';

const ROWS = 13;

/** The same steps as rows, some before and after the last one taken: for networks of any size. */
export function StepTable({ traced, step }: { readonly traced: Traced; readonly step: number }) {
  const { trace, places, request } = traced;
  const { steps } = trace;
  const first = Math.max(0, Math.min(step - 1 - Math.floor(ROWS / 2), steps.length - ROWS));
  const taken = lastTaken(trace, step);
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">
          Steps {first + 1} to {Math.min(first + ROWS, steps.length)} of {steps.length}
        </caption>
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">pass</th>
            <th scope="col">unit</th>
            <th scope="col">finds</th>
            <th scope="col">value</th>
            <th scope="col" className={styles.section}>
              rule
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.slice(first, first + ROWS).map((one, q) => {
            const place = places[one.unit];
            if (place === undefined) return null;
            const isKnown = first + q < step;
            const value =
              one.values.length === 1 ? formatNumber(one.values[0] ?? NaN) : `${one.values.length} entries`;
            return (
              <tr key={first + q} data-phase={one.phase} aria-current={one === taken ? 'step' : undefined}>
                <td>{first + q + 1}</td>
                <td className={styles.phase}>{phaseTexts[one.phase].label}</td>
                <td>{placeText(place)}</td>
                <td>{quantityNames[one.quantity]}</td>
                <td className={styles.value}>{isKnown ? value : ''}</td>
                <td className={styles.section}>
                  {ruleOf(one, { place, loss: request.problem.loss.kind }).section}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
