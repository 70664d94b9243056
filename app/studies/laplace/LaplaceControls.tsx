import type { Experiment } from '../../../engine/experiment/document.ts';
import { posteriorMatrices } from '../../../engine/notebook/studies/laplace.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { formatPercent } from '../../charts/percent.ts';
import { dataColumns } from '../../../engine/data/batch.ts';
import { MatrixSelect } from '../shared/MatrixSelect.tsx';
import type { StudyProps } from '../study.ts';
import styles from './Laplace.module.css';
import { isRegression } from './whyNot.ts';

const figures = [
  { value: 'prediction', label: 'Predictions' },
  { value: 'evidence', label: 'Hidden units' },
] as const;
const places = [
  { value: 'minimum', label: 'At the minimum' },
  { value: 'present', label: 'As they are' },
] as const;
const estimates = [
  { value: 'kept', label: 'Kept' },
  { value: 'estimated', label: 'Re-estimated' },
] as const;

export interface LaplaceControlsProps extends StudyProps<'laplace'> {
  readonly experiment: Experiment;
}

/** What is chosen in the study. */
export function LaplaceControls({ experiment, settings, onSettings }: LaplaceControlsProps) {
  const { figure, matrix, beta } = settings;
  return (
    <>
      <div className={styles.toolbar}>
        <Segmented
          label="Figure"
          value={figure}
          options={figures}
          onChange={(next) => onSettings({ figure: next })}
        />
        <MatrixSelect
          label="Matrix"
          value={matrix}
          matrices={posteriorMatrices}
          onChange={(next) => onSettings({ matrix: next })}
        />
        {isRegression(experiment) ? (
          <NumberField
            label="Noise precision β"
            value={beta}
            min={1e-9}
            max={1e9}
            width={84}
            onCommit={(next) => onSettings({ beta: next })}
          />
        ) : null}
      </div>
      <div className={styles.toolbar}>
        {figure === 'evidence' ? (
          <UnitFields settings={settings} onSettings={onSettings} />
        ) : (
          <PredictionFields experiment={experiment} settings={settings} onSettings={onSettings} />
        )}
      </div>
    </>
  );
}

function UnitFields({ settings, onSettings }: StudyProps<'laplace'>) {
  const { units, seeds, hyperparameters } = settings;
  return (
    <>
      <NumberField
        label="Hidden units up to"
        value={units}
        integer
        min={1}
        max={16}
        width={56}
        onCommit={(next) => onSettings({ units: next })}
      />
      <NumberField
        label="Starts of each"
        value={seeds}
        integer
        min={1}
        max={10}
        width={56}
        onCommit={(next) => onSettings({ seeds: next })}
      />
      <span className={styles.labelled}>
        <span className={styles.label} aria-hidden>
          α and β
        </span>
        <Segmented
          label="α and β"
          value={hyperparameters}
          options={estimates}
          onChange={(next) => onSettings({ hyperparameters: next })}
        />
      </span>
    </>
  );
}

function PredictionFields({ experiment, settings, onSettings }: LaplaceControlsProps) {
  const { weights, reach, output } = settings;
  const { inputs, targets } = dataColumns(experiment.data);
  return (
    <>
      <span className={styles.labelled}>
        <span className={styles.label} aria-hidden>
          Weights
        </span>
        <Segmented
          label="Weights"
          value={weights}
          options={places}
          onChange={(next) => onSettings({ weights: next })}
        />
      </span>
      {inputs > 2 ? null : (
        <span className={styles.reach}>
          <SliderField
            label="Beyond the data"
            value={reach}
            min={0}
            max={3}
            step={0.1}
            format={formatPercent}
            onChange={(next) => onSettings({ reach: next }, 'reach')}
          />
        </span>
      )}
      {inputs !== 2 || targets === 1 ? null : (
        <NumberField
          label="Output"
          value={Math.min(output, targets - 1) + 1}
          integer
          min={1}
          max={targets}
          width={56}
          onCommit={(next) => onSettings({ output: next - 1 })}
        />
      )}
    </>
  );
}
