import { useState } from 'react';
import { optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { tooLargeFor } from '../../compute/tooLarge.ts';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import type { LensProps } from '../lens.ts';
import { Progress } from '../Progress.tsx';
import { useWork } from '../useWork.ts';
import { rerun } from './rerun.ts';
import styles from './Timeline.module.css';
import { stepsFor, takeOver, trainingRequest } from './trainHere.ts';

/** Before the first step: what will be here, and a button that takes some steps. */
export function Untrained({ experiment, onEdit }: Pick<LensProps<'timeline'>, 'experiment' | 'onEdit'>) {
  const { running, problem, start, cancel } = useWork();
  const [step, setStep] = useState(0);
  const steps = stepsFor(experiment);
  const tooLarge = tooLargeFor(experiment);
  const train = (): void => {
    setStep(0);
    start(async (run) => {
      const errors: number[] = [];
      const { points } = await rerun(trainingRequest(experiment), run, (at, some) => {
        errors.push(...some);
        setStep(at);
      });
      onEdit(takeOver(experiment, points, errors));
    });
  };
  if (running)
    return (
      <Progress
        label={`Training, step ${formatCount(step)} of ${formatCount(steps)}`}
        done={step}
        of={steps}
        onCancel={cancel}
      />
    );
  return (
    <div className={styles.empty}>
      <p className={styles.claim}>Nothing is trained yet: there is no run to look back on.</p>
      <p className={styles.note}>
        Press Train in the Training panel, as long as you like, or take {formatCount(steps)} steps of{' '}
        {optimiserOf(experiment.training.method).label} here. The curves of this run appear in this place.
      </p>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {tooLarge === null ? (
        <Button tone="accent" onClick={train}>
          Train {formatCount(steps)} steps
        </Button>
      ) : (
        <Message tone="caution">{tooLarge}</Message>
      )}
    </div>
  );
}
