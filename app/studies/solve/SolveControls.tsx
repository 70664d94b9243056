import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { DampingField } from '../shared/DampingField.tsx';
import { MatrixSelect } from '../shared/MatrixSelect.tsx';
import type { StudyProps } from '../study.ts';
import styles from './Solve.module.css';

const figures = [
  { value: 'methods', label: 'Methods' },
  { value: 'blocks', label: 'Blocks' },
  { value: 'steps', label: 'Steps' },
] as const;

const matrices = ['exact', 'gauss-newton', 'outer-product'] as const;

const measures = [
  { value: 'residual', label: 'Residual', title: '‖b − (A + λI) x‖ / ‖b‖, which every method can compute' },
  { value: 'error', label: 'Error', title: '‖x − x*‖ / ‖x*‖ from the direct solution x*' },
] as const;

/** What is chosen in the study. */
export function SolveControls({ settings, onSettings }: StudyProps<'solve'>) {
  const { figure, matrix, damping, scale, products, against } = settings;
  const methods = figure === 'methods';
  return (
    <div className={styles.controls}>
      <Segmented
        label="Figure"
        value={figure}
        options={figures}
        onChange={(next) => onSettings({ figure: next })}
      />
      {methods ? (
        <MatrixSelect
          label="A"
          value={matrix}
          matrices={matrices}
          onChange={(next) => onSettings({ matrix: next })}
        />
      ) : null}
      <DampingField value={damping} onCommit={(next) => onSettings({ damping: next })} />
      {methods ? (
        <>
          <SliderField
            label="s · λ_max"
            value={scale}
            min={0.1}
            max={3}
            step={0.05}
            format={(value) => formatNumber(value, 3)}
            onChange={(next) => onSettings({ scale: next }, 'scale')}
          />
          <NumberField
            label="Products"
            value={products}
            min={1}
            max={1000}
            step={10}
            integer
            width={64}
            onCommit={(next) => onSettings({ products: next })}
          />
          <Segmented
            label="Measure"
            value={against}
            options={measures}
            onChange={(next) => onSettings({ against: next })}
          />
        </>
      ) : null}
    </div>
  );
}
