import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useCompute } from '../../compute/useCompute.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { resetToStart } from '../../state/edits/training.ts';
import { useLab } from '../../state/useLab.ts';
import styles from './TrainingPanel.module.css';

export interface RunButtonsProps {
  readonly playing: boolean;
  readonly possible: boolean;
  readonly atStart: boolean;
}

/** Play or pause, one step, back to the start. */
export function RunButtons({ playing, possible, atStart }: RunButtonsProps) {
  const lab = useLab();
  const { trainer } = useCompute();
  const reset = (): void => {
    trainer.pause();
    lab.edit(resetToStart);
  };
  return (
    <div className={styles.buttons}>
      <IconButton
        label={playing ? 'Pause' : 'Train'}
        icon={playing ? <Pause size={16} /> : <Play size={16} />}
        tone="accent"
        disabled={!playing && !possible}
        onClick={playing ? trainer.pause : trainer.play}
      />
      <IconButton
        label="One step"
        icon={<StepForward size={16} />}
        disabled={playing || !possible}
        onClick={trainer.step}
      />
      <IconButton
        label="Back to the weights this run began from"
        icon={<RotateCcw size={16} />}
        disabled={atStart}
        onClick={reset}
      />
    </div>
  );
}
