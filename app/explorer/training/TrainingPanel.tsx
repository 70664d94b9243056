import { optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { tooLargeFor } from '../../compute/tooLarge.ts';
import { Card } from '../../controls/Card.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import { RunButtons } from './RunButtons.tsx';
import { RunMessages } from './RunMessages.tsx';
import { RunCurve, RunState } from './RunState.tsx';
import styles from './TrainingPanel.module.css';
import { useExperiment, useTraining } from '../../state/useLab.ts';

/** Training: the run's controls, its error curve and how it ended. */
export function TrainingPanel() {
  const label = useExperiment((state) => optimiserOf(state.experiment.training.method).label);
  const atStart = useExperiment((state) => state.experiment.training.step === 0);
  const tooLarge = useExperiment((state) => tooLargeFor(state.experiment));
  const playing = useTraining((state) => state.playing);
  const ending = useTraining((state) => state.ending);
  return (
    <Card title="Training" aside={label}>
      <div className={styles.panel}>
        <div className={styles.row}>
          <RunButtons playing={playing} possible={tooLarge === null} atStart={atStart} />
          <RunState />
        </div>
        <RunMessages ending={ending} tooLarge={tooLarge} />
        <RunCurve invites={ending === null && tooLarge === null} />
        <MethodSettings />
      </div>
    </Card>
  );
}
