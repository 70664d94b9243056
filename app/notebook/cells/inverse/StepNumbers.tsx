import type { Film } from '../../../../workers/protocol.ts';
import { counted } from '../../../controls/counted.ts';
import { Formula } from '../../../controls/Formula.tsx';
import { formatNumber } from '../../../controls/formatNumber.ts';
import styles from './Inverse.module.css';
import { MOST_LINES, ruleTex, stepLines } from './stepTex.ts';

/** The formula of the present pattern, in symbols and in numbers. */
export function StepNumbers({ film }: { readonly film: Film }) {
  const { upTo, steps, alpha } = film;
  const label =
    upTo === 0 ? `The start, I/α = ${formatNumber(1 / alpha, 3)} I` : `The step to pattern ${upTo}`;
  return (
    <div className={styles.numbers}>
      <div className={styles.heading}>
        <span>{upTo === 0 ? 'Before the first pattern' : `Pattern ${upTo}`}</span>
        <span className={styles.section}>PRML 5.89</span>
      </div>
      <Formula tex={ruleTex(film)} breaks label={label} />
      {stepLines(film).map((tex, k) => (
        <div key={tex} className={styles.line}>
          {steps.length > 1 ? <span className={styles.row}>row {k + 1}</span> : null}
          <Formula tex={tex} breaks />
        </div>
      ))}
      {steps.length > MOST_LINES ? (
        <p className={styles.note}>
          and {counted(steps.length - MOST_LINES, 'row')} more, one for each output
        </p>
      ) : null}
    </div>
  );
}
