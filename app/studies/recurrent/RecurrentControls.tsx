import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import styles from '../Models.module.css';
import { SeedField } from '../shared/SeedField.tsx';
import type { StudyProps } from '../study.ts';

const activations = [
  { value: 'tanh', label: 'tanh' },
  { value: 'logistic', label: 'logistic' },
] as const;

const directions = [
  { value: 'seed', label: 'drawn' },
  { value: 'unit', label: 'weight at hand' },
] as const;

/** The slider's ends; more may be typed. */
const GAINS = { tanh: 4, logistic: 16 } as const;

/** What the network is. */
export function RecurrentControls({ settings, onSettings }: StudyProps<'recurrent'>) {
  const { units, activation, gain, seed, patterns, targets, rate, direction, directionSeed } = settings;
  const top = GAINS[activation];
  return (
    <>
      <div className={styles.controls}>
        <span className={styles.gain}>
          <SliderField
            label="Gain"
            value={Math.min(gain, top)}
            min={0}
            max={top}
            step={top / 400}
            hideValue
            format={(value) => formatNumber(value, 3)}
            onChange={(next) => onSettings({ gain: next }, 'gain')}
          />
        </span>
        <NumberField
          label="Gain, exact"
          hideLabel
          value={gain}
          min={0}
          max={20}
          step={0.05}
          width={70}
          onCommit={(next) => onSettings({ gain: next })}
        />
        <SliderField
          label="Step τ"
          value={rate}
          min={0.05}
          max={1}
          step={0.05}
          format={(value) => value.toFixed(2)}
          onChange={(next) => onSettings({ rate: next }, 'rate')}
        />
        <Segmented
          label="Activation"
          value={activation}
          options={activations}
          onChange={(next) => onSettings({ activation: next })}
        />
      </div>
      <div className={styles.controls}>
        <NumberField
          label="Units"
          value={units}
          integer
          min={2}
          max={8}
          width={48}
          onCommit={(next) => onSettings({ units: next })}
        />
        <SeedField value={seed} onCommit={(next) => onSettings({ seed: next })} />
        <NumberField
          label="Patterns"
          value={patterns}
          integer
          min={1}
          max={3}
          width={48}
          onCommit={(next) => onSettings({ patterns: next })}
        />
        <NumberField
          label="Targets"
          value={Math.min(units, targets)}
          integer
          min={1}
          max={units}
          width={48}
          onCommit={(next) => onSettings({ targets: next })}
        />
        <Select
          label="Direction v"
          value={direction}
          options={directions}
          onChange={(next) => onSettings({ direction: next })}
        />
        {direction === 'seed' ? (
          <SeedField
            label="Seed of v"
            value={directionSeed}
            onCommit={(next) => onSettings({ directionSeed: next })}
          />
        ) : null}
      </div>
    </>
  );
}
