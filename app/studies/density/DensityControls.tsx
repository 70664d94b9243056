import { formatNumber } from '../../controls/formatNumber.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { DampingField } from '../shared/DampingField.tsx';
import { MatrixSelect } from '../shared/MatrixSelect.tsx';
import { SeedField } from '../shared/SeedField.tsx';
import type { StudyProps } from '../study.ts';
import styles from './Density.module.css';

const matrices = ['exact', 'gauss-newton'] as const;

const axes = [
  { value: 'log', label: 'Log', title: 'Logarithmic on either side of zero, linear near it' },
  { value: 'linear', label: 'Linear', title: 'Equal distances for equal differences' },
] as const;

/** What is chosen in the study. */
export function DensityControls({ settings, onSettings }: StudyProps<'density'>) {
  const { matrix, probes, steps, seed, damping, axis, width } = settings;
  return (
    <div className={styles.controls}>
      <MatrixSelect
        label="A"
        value={matrix}
        matrices={matrices}
        onChange={(next) => onSettings({ matrix: next })}
      />
      <SliderField
        label="Probes"
        value={probes}
        min={2}
        max={64}
        step={1}
        onChange={(next) => onSettings({ probes: next }, 'probes')}
      />
      <SliderField
        label="Steps"
        value={steps}
        min={1}
        max={64}
        step={1}
        onChange={(next) => onSettings({ steps: next }, 'steps')}
      />
      <SeedField value={seed} onCommit={(next) => onSettings({ seed: next })} />
      <DampingField value={damping} onCommit={(next) => onSettings({ damping: next })} />
      <Segmented label="Axis" value={axis} options={axes} onChange={(next) => onSettings({ axis: next })} />
      <SliderField
        label="Smoothing"
        value={width}
        min={0.002}
        max={0.1}
        step={0.002}
        format={(value) => `${formatNumber(100 * value, 2)} %`}
        onChange={(next) => onSettings({ width: next }, 'width')}
      />
    </div>
  );
}
