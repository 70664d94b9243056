import { ChevronFirst, ChevronLast, Pause, Play as PlaySign, StepBack, StepForward } from 'lucide-react';
import { formatCount } from '../../../controls/formatCount.ts';
import { IconButton } from '../../../controls/IconButton.tsx';
import { SliderField } from '../../../controls/SliderField.tsx';
import { usePlay } from '../../../lenses/stepper/usePlay.ts';
import styles from './Inverse.module.css';

export interface PatternStepperProps {
  readonly n: number;
  readonly N: number;
  readonly goTo: (n: number) => void;
}

/** How many patterns the sequential inverse has taken in: by buttons, by the slider, or by itself. */
export function PatternStepper({ n, N, goTo }: PatternStepperProps) {
  const play = usePlay(n, N, goTo, 'slow');
  const move = (to: number): void => {
    play.stop();
    goTo(to);
  };
  const buttons = [
    { label: 'No pattern', Icon: ChevronFirst, to: 0, disabled: n === 0 },
    { label: 'One pattern less', Icon: StepBack, to: n - 1, disabled: n === 0 },
    { label: 'One pattern more', Icon: StepForward, to: n + 1, disabled: n === N },
    { label: 'All patterns', Icon: ChevronLast, to: N, disabled: n === N },
  ];
  return (
    <div className={styles.stepper}>
      <div className={styles.buttons}>
        <IconButton
          label={play.playing ? 'Pause' : 'Play'}
          icon={play.playing ? <Pause size={16} /> : <PlaySign size={16} />}
          tone="accent"
          onClick={play.toggle}
        />
        {buttons.map(({ label, Icon, to, disabled }) => (
          <IconButton
            key={label}
            label={label}
            icon={<Icon size={16} />}
            disabled={disabled}
            onClick={() => move(to)}
          />
        ))}
      </div>
      <div className={styles.slider}>
        <SliderField
          label="Patterns taken in"
          hideLabel
          hideValue
          value={n}
          min={0}
          max={N}
          step={1}
          format={(value) => `${value} of ${N} patterns`}
          onChange={move}
        />
      </div>
      <span className={styles.count}>
        pattern <b>{formatCount(n)}</b> of {formatCount(N)}
      </span>
    </div>
  );
}
