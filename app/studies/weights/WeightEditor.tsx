import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { SliderField } from '../../controls/SliderField.tsx';
import { useSliderRange } from '../../explorer/network/useSliderRange.ts';
import type { GridWeight } from './WeightGrid.tsx';
import styles from './Weights.module.css';

export interface WeightEditorProps {
  readonly weight: GridWeight;
  /** `w₁₂`, as the fields are called. */
  readonly symbol: string;
  readonly onChange: (value: number, gesture?: string) => void;
  /** Back to what was drawn: this weight, or all of them. */
  readonly onRestore: () => void;
  readonly onRestoreAll: () => void;
  /** How many were set by hand. */
  readonly changes: number;
}

/** Changes the weight at hand by typing, arrow keys or slider. */
export function WeightEditor(props: WeightEditorProps) {
  const { weight, symbol, onChange, onRestore, onRestoreAll, changes } = props;
  const range = useSliderRange(weight.value);
  return (
    <div className={styles.editor}>
      <div className={styles.fields}>
        <NumberField
          label={symbol}
          value={weight.value}
          step={0.05}
          min={-100}
          max={100}
          width={90}
          onCommit={onChange}
        />
        <Button tone="quiet" disabled={!weight.changed} onClick={onRestore}>
          As drawn
        </Button>
        {changes > 1 ? (
          <Button tone="quiet" onClick={onRestoreAll}>
            All as drawn
          </Button>
        ) : null}
      </div>
      <SliderField
        label={`${symbol} by slider`}
        hideLabel
        value={weight.value}
        min={-range}
        max={range}
        step={range / 150}
        format={() => `±${formatNumber(range)}`}
        onChange={(value) => onChange(value, 'weight')}
      />
    </div>
  );
}
