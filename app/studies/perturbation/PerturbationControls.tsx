import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { nextSeed } from '../../state/edits/wholeNumbers.ts';
import type { FollowingProps } from '../study.ts';
import styles from './Perturbation.module.css';

type Settings = StudySettings['perturbation'];
type ControlsProps = Pick<FollowingProps<'perturbation'>, 'settings' | 'onSettings'>;

const figures = [
  { value: 'convergence', label: 'against samples' },
  { value: 'sigma', label: 'against σ' },
  { value: 'weights', label: 'weight by weight' },
] as const;

const directions: readonly { readonly value: Settings['direction']; readonly label: string }[] = [
  { value: 'top-eigenvector', label: 'eigenvector to the largest λ' },
  { value: 'gradient', label: '∇E' },
  { value: 'random', label: 'random' },
];

const sigmaAt = (decade: number): number => Number((10 ** decade).toPrecision(2));

/** Which figure, and what is drawn. */
export function PerturbationControls({ settings, onSettings }: ControlsProps) {
  const { figure, direction, sigma, samples, seed } = settings;
  return (
    <>
      <div className={styles.controls}>
        <Segmented
          label="Figure"
          value={figure}
          options={figures}
          onChange={(next) => onSettings({ figure: next })}
        />
        <Select
          label="Direction v"
          value={direction}
          options={directions}
          onChange={(next) => onSettings({ direction: next })}
        />
      </div>
      <div className={styles.controls}>
        <NumberField
          label="Samples"
          value={samples}
          integer
          min={2}
          max={20_000}
          step={100}
          width={80}
          onCommit={(next) => onSettings({ samples: next })}
        />
        {figure === 'sigma' ? null : (
          <div className={styles.sigma}>
            <SliderField
              label="σ"
              value={Math.log10(sigma)}
              min={-16}
              max={1}
              step={0.25}
              format={(decade) => formatNumber(sigmaAt(decade), 2)}
              onChange={(decade) => onSettings({ sigma: sigmaAt(decade) }, 'sigma')}
            />
          </div>
        )}
        <Button onClick={() => onSettings({ seed: nextSeed(seed) })}>New samples</Button>
      </div>
    </>
  );
}
