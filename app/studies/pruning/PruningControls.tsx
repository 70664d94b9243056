import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { DampingField } from '../shared/DampingField.tsx';
import { MatrixSelect } from '../shared/MatrixSelect.tsx';
import type { StudyProps } from '../study.ts';
import styles from './Pruning.module.css';

const figures = [
  { value: 'predictions', label: 'Predictions' },
  { value: 'race', label: 'Race' },
] as const;

const matrices = ['exact', 'gauss-newton', 'outer-product'] as const;

/** What is chosen in the study. */
export function PruningControls({ settings, onSettings }: StudyProps<'pruning'>) {
  const { figure, matrix, damping, renew, rise, gradient } = settings;
  return (
    <div className={styles.controls}>
      <Segmented
        label="Figure"
        value={figure}
        options={figures}
        onChange={(next) => onSettings({ figure: next })}
      />
      <MatrixSelect
        label="H"
        value={matrix}
        matrices={matrices}
        onChange={(next) => onSettings({ matrix: next })}
      />
      <DampingField
        label="λ of the surgeon"
        value={damping}
        onCommit={(next) => onSettings({ damping: next })}
      />
      {figure === 'race' ? (
        <>
          <NumberField
            label="E may rise by"
            value={rise}
            min={0}
            max={1e6}
            step={0.1}
            onCommit={(next) => onSettings({ rise: next })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={renew}
              onChange={({ target }) => onSettings({ renew: target.checked })}
            />
            H anew after each deletion
          </label>
        </>
      ) : (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={gradient}
            onChange={({ target }) => onSettings({ gradient: target.checked })}
          />
          with the gradient term
        </label>
      )}
    </div>
  );
}
