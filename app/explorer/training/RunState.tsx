import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useRestedResults } from '../matrices/restedResults.ts';
import { ErrorCurve } from './ErrorCurve.tsx';
import styles from './TrainingPanel.module.css';
import { useCurve } from './useCurve.ts';
import { useExperiment } from '../../state/useLab.ts';

const CURVE = { width: 260, height: 55 };

/** How far the run has come, and E of the weights on screen. */
export function RunState() {
  const step = useExperiment((state) => state.experiment.training.step);
  const error = useRestedResults().snapshot?.value.error ?? NaN;
  return (
    <span className={styles.state}>
      <span className={styles.step}>step {formatCount(step)}</span>
      <span>
        E <strong>{formatNumber(error)}</strong>
      </span>
    </span>
  );
}

/** The run's error curve, or what invites to begin one. */
export function RunCurve({ invites }: { readonly invites: boolean }) {
  return <ErrorCurve {...useCurve(CURVE)} invites={invites} />;
}
