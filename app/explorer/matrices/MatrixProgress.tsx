import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { useCompute } from '../../compute/useCompute.ts';
import { Button } from '../../controls/Button.tsx';
import type { MatrixProgress as Progress } from '../../state/results.ts';
import styles from './MatrixProgress.module.css';

export interface MatrixProgressProps {
  readonly id: MatrixId;
  readonly progress: Progress;
}

/** In place of the facts of a matrix that is computed in parts: how far it is, and the button that stops it. */
export function MatrixProgress({ id, progress: { done, status } }: MatrixProgressProps) {
  const { slow } = useCompute();
  const { label } = matrixOf(id);
  const running = status === 'running';
  const percent = Math.floor(100 * done);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>{running ? `Computing ${percent} %` : `Stopped at ${percent} %`}</span>
        <Button
          tone="quiet"
          title={running ? `Stop computing ${label}` : `Compute the rest of ${label}`}
          onClick={() => (running ? slow.stop(id) : slow.compute(id))}
        >
          {running ? 'Stop' : 'Compute'}
        </Button>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={`Computing ${label}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={running ? styles.done : styles.stopped} style={{ width: `${100 * done}%` }} />
      </div>
      <p className={styles.note}>The picture is not complete.</p>
    </div>
  );
}
