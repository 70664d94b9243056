import { Button } from '../controls/Button.tsx';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What is being done: `Computing 12 of 64 points`. */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly onCancel: () => void;
}

/** How far long work is, and the button that ends it. */
export function Progress({ label, done, of, onCancel }: ProgressProps) {
  const percent = of > 0 ? Math.floor((100 * done) / of) : 0;
  return (
    <div className={styles.progress}>
      <span className={styles.label}>{label}</span>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={styles.done} style={{ width: `${percent}%` }} />
      </div>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
