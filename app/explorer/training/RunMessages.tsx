import { optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { useCompute } from '../../compute/useCompute.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { goBack, setLearningRate, type Checkpoint } from '../../state/edits/training.ts';
import type { Ending } from '../../state/training.ts';
import styles from './TrainingPanel.module.css';
import { useExperiment, useLab } from '../../state/useLab.ts';

function Diverged({ best }: { readonly best: Checkpoint | null }) {
  const lab = useLab();
  const { trainer } = useCompute();
  /** Half the learning rate, from where the error was lowest. */
  const halveAndContinue = (): void => {
    lab.edit((experiment) => {
      const there = best === null ? experiment : goBack(best)(experiment);
      return setLearningRate(there.training.learningRate / 2)(there);
    });
    trainer.play();
  };
  const step = useExperiment((state) => state.experiment.training.step);
  const method = useExperiment((state) => state.experiment.training.method);
  return (
    <Message tone="caution">
      Training diverged: one more step makes the error explode. It stopped at step {step}, the last finite
      one.
      <span className={styles.actions}>
        {best === null ? null : (
          <Button onClick={() => lab.edit(goBack(best))}>
            Go back to step {best.training.step}, the lowest E
          </Button>
        )}
        {optimiserOf(method).usesLearningRate ? (
          <Button onClick={halveAndContinue}>Halve the learning rate and continue</Button>
        ) : null}
      </span>
    </Message>
  );
}

export interface RunMessagesProps {
  readonly ending: Ending | null;
  /** Why the method can't train this network. */
  readonly tooLarge: string | null;
}

/** Why the run ended by itself, or can't begin; in place, with what can be done. */
export function RunMessages({ ending, tooLarge }: RunMessagesProps) {
  return (
    <div role="status" className={styles.messages}>
      {tooLarge === null ? null : <Message tone="caution">{tooLarge}</Message>}
      {ending?.kind === 'stuck' ? (
        <Message tone="info">Stopped: no step lowers the error any further.</Message>
      ) : null}
      {ending?.kind === 'diverged' ? <Diverged best={ending.best} /> : null}
      {ending?.kind === 'failed' && ending.message !== tooLarge ? (
        <Message tone="caution">{ending.message}</Message>
      ) : null}
    </div>
  );
}
