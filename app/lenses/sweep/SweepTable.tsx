import type { SweepReply } from '../../../workers/protocol.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { bestStep, digitsLost } from './bestStep.ts';
import styles from './Sweep.module.css';
import { sweepCurves, sweepTexts } from './sweepTexts.ts';

export interface SweepTableProps {
  readonly sweep: SweepReply;
  readonly of: keyof typeof sweepTexts;
}

/** Each method at its best: the step, the error left, the digits lost against R{·}, and the cost. */
export function SweepTable({ sweep, of }: SweepTableProps) {
  const { methods, product, productCost } = sweepTexts[of];
  const { operations, ownError } = sweep;
  const gradients = (count: number): string => formatNumber(count / operations.gradient, 2);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is wider than the page
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Each method at its best step">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">method</th>
            <th scope="col">best step</th>
            <th scope="col">error there</th>
            <th scope="col">digits lost</th>
            <th scope="col">cost</th>
            <th scope="col">in gradients</th>
          </tr>
        </thead>
        <tbody>
          {sweepCurves.map((curve) => {
            const { label, formula, cost } = methods[curve];
            const best = bestStep(sweep, curve);
            return (
              <tr key={curve}>
                <th scope="row">
                  {label}
                  <span className={styles.formula}>
                    <Formula tex={formula} label={`formula of ${label}`} />
                  </span>
                </th>
                <td>{best === null ? '—' : formatNumber(best.step, 2)}</td>
                <td>{best === null ? '—' : formatNumber(best.error, 2)}</td>
                <td>{best === null ? '—' : digitsLost(best.error, ownError).toFixed(1).replace('-', '−')}</td>
                <td>{cost}</td>
                <td>{gradients(operations[curve])}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{product}</th>
            <td>none</td>
            <td>{formatNumber(ownError, 2)}</td>
            <td>0</td>
            <td>{productCost}</td>
            <td>{gradients(operations.product)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
