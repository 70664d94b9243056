import { Segmented } from '../../controls/Segmented.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { PatternField } from '../../lenses/stepper/PatternField.tsx';
import styles from '../pruning/Pruning.module.css';
import { DampingField } from '../shared/DampingField.tsx';
import { MatrixSelect } from '../shared/MatrixSelect.tsx';
import type { StudyProps } from '../study.ts';

const figures = [
  { value: 'fit', label: 'Fit' },
  { value: 'weights', label: 'Weights' },
  { value: 'all', label: 'All patterns' },
] as const;

const matrices = ['exact', 'gauss-newton'] as const;

export interface InfluenceControlsProps extends StudyProps<'influence'> {
  /** The pattern chosen, from 0, of N. */
  readonly pattern: number;
  readonly N: number;
  readonly classes: boolean;
}

/** What is chosen in the study. */
export function InfluenceControls(props: InfluenceControlsProps) {
  const { settings, onSettings, pattern, N, classes } = props;
  const { figure, change, by, matrix, damping } = settings;
  const changes = [
    { value: 'remove', label: 'Remove it' },
    { value: 'move', label: classes ? 'Change its class' : 'Move its target' },
  ] as const;
  return (
    <>
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
          label="λ on its diagonal"
          value={damping}
          onCommit={(next) => onSettings({ damping: next })}
        />
      </div>
      <div className={styles.controls}>
        <PatternField
          pattern={pattern}
          N={N}
          onPattern={(next) => onSettings({ pattern: next }, 'influence pattern')}
        />
        {figure === 'all' ? null : (
          <Segmented
            label="What is done to the pattern"
            value={change}
            options={changes}
            onChange={(next) => onSettings({ change: next })}
          />
        )}
        {figure !== 'all' && change === 'move' && !classes ? (
          <SliderField
            label="by δ"
            value={by}
            min={-2}
            max={2}
            step={0.05}
            onChange={(next) => onSettings({ by: next }, 'influence by')}
          />
        ) : null}
      </div>
    </>
  );
}
