import { Pause, Play as PlaySign } from 'lucide-react';
import { formatCount } from '../../controls/formatCount.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { usePlay } from '../stepper/usePlay.ts';
import styles from './Timeline.module.css';

export interface ScrubberProps {
  /** Of the recorded points. */
  readonly steps: readonly number[];
  readonly index: number;
  /** The step of the document, which may lie between two points. */
  readonly step: number;
  readonly goTo: (index: number) => void;
}

/** Back and forth over a recorded run, by hand or by itself. */
export function Scrubber({ steps, index, step, goTo }: ScrubberProps) {
  const last = steps.length - 1;
  const play = usePlay(index, last, goTo, 'medium');
  return (
    <div className={styles.scrubber}>
      <IconButton
        label={play.playing ? 'Pause the recording' : 'Play the recording'}
        icon={play.playing ? <Pause size={16} /> : <PlaySign size={16} />}
        tone="accent"
        disabled={last < 1}
        onClick={play.toggle}
      />
      <div className={styles.slider}>
        <SliderField
          label="Recorded step"
          hideLabel
          hideValue
          value={index}
          min={0}
          max={Math.max(last, 0)}
          step={1}
          format={(at) => `step ${formatCount(steps[at] ?? 0)}`}
          onChange={(to) => {
            play.stop();
            goTo(to);
          }}
        />
      </div>
      <span className={styles.step}>
        step <b>{formatCount(step)}</b> of {formatCount(steps[last] ?? 0)}
      </span>
    </div>
  );
}
