import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { pause, play, stepOnce } from '../../compute/startTrainer.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { resetToStart } from '../../state/edits/training.ts';
import { edit } from '../../state/experiment.ts';
import styles from './TrainingPanel.module.css';

function reset(): void {
  pause();
  edit(resetToStart);
}

export interface RunButtonsProps {
  readonly playing: boolean;
  readonly possible: boolean;
  readonly atStart: boolean;
}

/** Play or pause, one step, back to the start. */
export function RunButtons({ playing, possible, atStart }: RunButtonsProps) {
  return (
    <div className={styles.buttons}>
      <IconButton
        label={playing ? 'Pause' : 'Train'}
        icon={playing ? <Pause size={16} /> : <Play size={16} />}
        tone="accent"
        disabled={!playing && !possible}
        onClick={playing ? pause : play}
      />
      <IconButton
        label="One step"
        icon={<StepForward size={16} />}
        disabled={playing || !possible}
        onClick={stepOnce}
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
