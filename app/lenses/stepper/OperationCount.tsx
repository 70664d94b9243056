import { Card } from '../../controls/Card.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { lastTaken } from './phases.ts';
import styles from './OperationCount.module.css';
import type { Traced } from './useTrace.ts';

/** What the gradient alone has cost so far, and what R{·} has cost on top of it. */
export function OperationCount({ traced, step }: { readonly traced: Traced; readonly step: number }) {
  const { steps } = traced.trace;
  const taken = lastTaken(traced.trace, step);
  const gradient = taken?.gradientOperations ?? 0;
  const r = taken?.rOperations ?? 0;
  const most = steps.at(-1)?.rOperations ?? 1;
  const bars = [
    { label: 'gradient', count: gradient, phase: 'forward' },
    { label: 'Hv', count: r, phase: 'R-forward' },
  ] as const;
  return (
    <Card title="Operations" aside={`ratio ${gradient === 0 ? '—' : formatNumber(r / gradient, 2)}`}>
      <dl className={styles.bars}>
        {bars.map(({ label, count, phase }) => (
          <div key={label} className={styles.row} data-phase={phase}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
            <dd className={styles.track} aria-hidden>
              <span className={styles.bar} style={{ width: `${(100 * count) / Math.max(1, most)}%` }} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Multiplications and additions. Hv: what R{'{·}'} adds to the gradient’s. h, h′, h″ and the loss are
        free.
      </p>
    </Card>
  );
}
