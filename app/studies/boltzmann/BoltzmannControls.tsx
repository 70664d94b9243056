import { formatCount } from '../../controls/formatCount.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import styles from '../Models.module.css';
import { SeedField } from '../shared/SeedField.tsx';
import type { StudyProps } from '../study.ts';
import { drawnAt } from './useBoltzmann.ts';

const states = [
  { value: '0/1', label: '0/1' },
  { value: '±1', label: '±1' },
] as const;

const sets = [
  { value: 'one-hot', label: 'one unit on' },
  { value: 'parity', label: 'an even number on' },
  { value: 'runs', label: 'the first few on' },
  { value: 'random', label: 'four drawn patterns' },
] as const;

const directions = [
  { value: 'seed', label: 'drawn' },
  { value: 'unit', label: 'weight at hand' },
] as const;

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number) => void;
}

const Count = ({ max, ...props }: CountProps) => (
  <NumberField {...props} integer max={max} width={max > 99 ? 60 : 48} />
);

/** What the machine is, and how many states are drawn. */
export function BoltzmannControls({ settings, onSettings }: StudyProps<'boltzmann'>) {
  const { visible, hidden, temperature, data, seed, scale, direction, directionSeed, level } = settings;
  return (
    <>
      <div className={styles.controls}>
        <Select label="Data" value={data} options={sets} onChange={(next) => onSettings({ data: next })} />
        <Count
          label="Visible"
          value={visible}
          min={1}
          max={4}
          onCommit={(next) => onSettings({ visible: next })}
        />
        <Count
          label="Hidden"
          value={hidden}
          min={0}
          max={3}
          onCommit={(next) => onSettings({ hidden: next })}
        />
        <Segmented
          label="States of a unit"
          value={settings.states}
          options={states}
          onChange={(next) => onSettings({ states: next })}
        />
        <NumberField
          label="T"
          value={temperature}
          min={0.05}
          max={100}
          step={0.1}
          width={64}
          onCommit={(next) => onSettings({ temperature: next })}
        />
      </div>
      <div className={styles.controls}>
        <SeedField value={seed} onCommit={(next) => onSettings({ seed: next })} />
        <SliderField
          label="Size of weights"
          value={Math.min(scale, 5)}
          min={0}
          max={5}
          step={0.05}
          format={() => scale.toFixed(2)}
          onChange={(next) => onSettings({ scale: next }, 'scale')}
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
      <div className={styles.controls}>
        <span className={styles.gain}>
          <SliderField
            label="States drawn"
            value={level}
            min={0}
            max={5}
            step={1}
            format={(value) => formatCount(drawnAt(value))}
            onChange={(next) => onSettings({ level: next }, 'level')}
          />
        </span>
        <SeedField
          label="Seed of the chains"
          value={settings.samplingSeed}
          onCommit={(next) => onSettings({ samplingSeed: next })}
        />
      </div>
    </>
  );
}
