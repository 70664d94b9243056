import { useId } from 'react';
import type { CSSProperties } from 'react';
import { formatNumber } from './formatNumber.ts';
import styles from './SliderField.module.css';

export interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Called for every move. */
  readonly onChange: (value: number) => void;
  /** Called when the pointer or the key is let go. */
  readonly onCommit?: () => void;
  readonly format?: (value: number) => string;
  readonly hideLabel?: boolean;
  /** The value stands in a field beside the slider. */
  readonly hideValue?: boolean;
}

type FilledStyle = CSSProperties & { readonly '--filled': string };

export function SliderField({
  label,
  value,
  min,
  max,
  step,
  onChange,
  onCommit,
  format = formatNumber,
  hideLabel = false,
  hideValue = false,
}: SliderFieldProps) {
  const id = useId();
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  /** The thumb is 16 px wide and stays inside the track. */
  const style: FilledStyle = { '--filled': `calc(8px + ${share} * (100% - 16px))` };
  return (
    <span className={styles.field}>
      <label className={hideLabel ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        className={styles.slider}
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        style={style}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onPointerUp={() => onCommit?.()}
        onKeyUp={() => onCommit?.()}
      />
      {hideValue ? null : (
        <span className={styles.value} aria-hidden>
          {format(value)}
        </span>
      )}
    </span>
  );
}
