import { racerOf, type RaceSettings } from '../../../engine/uses/race/index.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import type { FollowingProps } from '../study.ts';
import styles from './Race.module.css';

type RaceControlsProps = Pick<FollowingProps<'race'>, 'settings' | 'onSettings'>;

const lengths = [
  { value: 'full', label: 'full steps', title: 'Each step as its formula has it' },
  {
    value: 'halved',
    label: 'halved until E falls',
    title: 'Each step is halved until E falls by at least 10⁻⁴ of what its slope promises (Armijo 1966)',
  },
] as const;

const fields = {
  learningRate: { label: 'Rate η', min: Number.MIN_VALUE, max: 100, step: 0.005 },
  momentum: { label: 'Momentum μ', min: 0, max: 0.9999, step: 0.05 },
  naturalRate: { label: 'Natural rate η_F', min: Number.MIN_VALUE, max: 10, step: 0.1 },
  damping: { label: 'Damping λ', min: 0, max: 1e6, step: 0.1 },
} as const satisfies Partial<Record<keyof RaceSettings, object>>;

const names = Object.keys(fields) as readonly (keyof typeof fields)[];

/** What the steps depend on; only what a chosen method uses. */
export function RaceControls({ settings, onSettings }: RaceControlsProps) {
  const used = (name: keyof RaceSettings): boolean =>
    settings.methods.some((id) => racerOf(id).uses.includes(name));
  return (
    <div className={styles.controls}>
      <NumberField
        label="Steps"
        value={settings.iterations}
        integer
        min={1}
        max={1000}
        step={10}
        width={64}
        onCommit={(iterations) => onSettings({ iterations })}
      />
      {names.filter(used).map((name) => (
        <NumberField
          key={name}
          {...fields[name]}
          value={settings[name]}
          width={72}
          onCommit={(value) => onSettings({ [name]: value })}
        />
      ))}
      {used('length') ? (
        <Segmented
          label="Length of steps"
          value={settings.length}
          options={lengths}
          onChange={(length) => onSettings({ length })}
        />
      ) : null}
    </div>
  );
}
