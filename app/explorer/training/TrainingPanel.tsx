import { optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { Card } from '../../controls/Card.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useExperiment } from '../../state/experiment.ts';
import { ErrorCurve } from './ErrorCurve.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import { RunButtons } from './RunButtons.tsx';
import { RunMessages } from './RunMessages.tsx';
import styles from './TrainingPanel.module.css';
import { useRun } from './useRun.ts';

const CURVE = { width: 260, height: 72 };

/** Training: the run's controls, its error curve and how it ended. */
export function TrainingPanel() {
  const label = useExperiment((state) => optimiserOf(state.experiment.training.method).label);
  const run = useRun(CURVE);
  return (
    <Card title="Training" aside={label}>
      <div className={styles.panel}>
        <div className={styles.row}>
          <RunButtons playing={run.playing} possible={run.tooLarge === null} atStart={run.step === 0} />
          <span className={styles.state}>
            <span className={styles.step}>step {run.step.toLocaleString('en-US')}</span>
            <span>
              E <strong>{formatNumber(run.error)}</strong>
            </span>
          </span>
        </div>
        <ErrorCurve picture={run.picture} size={CURVE} outerProductError={run.outerProductError} />
        <MethodSettings />
        <RunMessages ending={run.ending} tooLarge={run.tooLarge} />
      </div>
    </Card>
  );
}
