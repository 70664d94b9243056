import { formatNumber } from '../controls/formatNumber.ts';
import styles from './SplitBar.module.css';

interface SplitBarProps {
  readonly gaussNewton: number;
  readonly residual: number;
  /** α, where the entry is on the diagonal. */
  readonly decay: number;
}

/** Both parts of an entry, to scale: negative parts to the left of zero, positive ones to the right. */
export function SplitBar({ gaussNewton, residual, decay }: SplitBarProps) {
  const parts = [
    { name: 'M', value: gaussNewton, className: styles.M },
    { name: 'delta', value: residual, className: styles.delta },
    { name: 'decay', value: decay, className: styles.decay },
  ];
  const sizeOf = (sign: 1 | -1): number =>
    parts.reduce((sum, { value }) => sum + Math.max(0, sign * value), 0);
  const whole = sizeOf(1) + sizeOf(-1);
  const zero = whole > 0 ? sizeOf(-1) / whole : 0.5;
  const ends = { 1: zero, [-1]: zero };
  return (
    <div className={styles.split}>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ name, value, className }) => {
          const share = whole > 0 ? Math.abs(value) / whole : 0;
          const left = value < 0 ? (ends[-1] -= share) : ends[1];
          if (value > 0) ends[1] += share;
          const place = { left: `${100 * left}%`, width: `${100 * share}%` };
          return <span key={name} className={`${styles.part} ${className}`} style={place} />;
        })}
        <span className={styles.zero} style={{ left: `${100 * zero}%` }} />
      </div>
      <dl className={styles.numbers}>
        <div>
          <dt>
            <span className={`${styles.key} ${styles.M}`} aria-hidden />
            through M
          </dt>
          <dd>{formatNumber(gaussNewton)}</dd>
        </div>
        <div>
          <dt>
            <span className={`${styles.key} ${styles.delta}`} aria-hidden />
            through δ
          </dt>
          <dd>{formatNumber(residual)}</dd>
        </div>
        {decay === 0 ? null : (
          <div>
            <dt>
              <span className={`${styles.key} ${styles.decay}`} aria-hidden />
              weight decay α
            </dt>
            <dd>{formatNumber(decay)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
