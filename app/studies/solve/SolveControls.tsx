import { matrixOf } from '../../../engine/curvature/index.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import type { StudyProps } from '../study.ts';
import styles from './Solve.module.css';

const figures = [
  { value: 'methods', label: 'Methods' },
  { value: 'blocks', label: 'Blocks' },
  { value: 'steps', label: 'Steps' },
] as const;

const matrices = (['exact', 'gauss-newton', 'outer-product'] as const).map((value) => ({
  value,
  label: matrixOf(value).label,
}));

const measures = [
  { value: 'residual', label: 'Residual', title: '‖b − (A + λI) x‖ / ‖b‖, which every method can compute' },
  { value: 'error', label: 'Error', title: '‖x − x*‖ / ‖x*‖ from the direct solution x*' },
] as const;

/** A tenth of λ's own decade. */
const stepOf = (damping: number): number =>
  damping > 0 ? 10 ** (Math.floor(Math.log10(damping)) - 1) : 0.01;

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
        <Select
          label="A"
          value={matrix}
          options={matrices}
          onChange={(next) => onSettings({ matrix: next })}
        />
      ) : null}
      <NumberField
        label="λ"
        value={damping}
        min={0}
        max={1e6}
        step={stepOf(damping)}
        width={84}
        onCommit={(next) => onSettings({ damping: next })}
      />
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
