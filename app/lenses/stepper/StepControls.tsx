import { ChevronFirst, ChevronLast, Pause, Play as PlaySign, StepBack, StepForward } from 'lucide-react';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import styles from './StepControls.module.css';
import { type Play, type Speed, speeds } from './usePlay.ts';

const speedOptions = (Object.keys(speeds) as Speed[]).map((value) => ({ value, label: speeds[value].label }));

export interface StepControlsProps {
  readonly step: number;
  readonly last: number;
  readonly goTo: (step: number) => void;
  readonly play: Play;
  readonly speed: Speed;
  readonly onSpeed: (speed: Speed) => void;
}

/** First, back, play or pause, step, last, how fast; and a slider over all steps. */
export function StepControls({ step, last, goTo, play, speed, onSpeed }: StepControlsProps) {
  const move = (to: number) => () => {
    play.stop();
    goTo(to);
  };
  return (
    <div className={styles.controls}>
      <div className={styles.buttons}>
        <IconButton label="First" icon={<ChevronFirst size={16} />} disabled={step === 0} onClick={move(0)} />
        <IconButton
          label="Back"
          icon={<StepBack size={16} />}
          disabled={step === 0}
          onClick={move(step - 1)}
        />
        <IconButton
          label={play.playing ? 'Pause' : 'Play'}
          icon={play.playing ? <Pause size={16} /> : <PlaySign size={16} />}
          tone="accent"
          onClick={play.toggle}
        />
        <IconButton
          label="Step"
          icon={<StepForward size={16} />}
          disabled={step === last}
          onClick={move(step + 1)}
        />
        <IconButton
          label="Last"
          icon={<ChevronLast size={16} />}
          disabled={step === last}
          onClick={move(last)}
        />
        <Select label="Speed" hideLabel value={speed} options={speedOptions} onChange={onSpeed} />
      </div>
      <div className={styles.slider}>
        <SliderField
          label="Step"
          hideLabel
          value={step}
          min={0}
          max={last}
          step={1}
          format={(value) => `${value} / ${last}`}
          onChange={(to) => move(to)()}
        />
      </div>
    </div>
  );
}
