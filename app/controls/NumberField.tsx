import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { reasonOf } from '../../workers/asError.ts';
import { formatNumber } from './formatNumber.ts';
import styles from './NumberField.module.css';
import { readNumber, stepNumber } from './readNumber.ts';
import type { Allowed } from './readNumber.ts';

export interface NumberFieldProps extends Allowed {
  readonly label: string;
  readonly value: number;
  /** May throw an Error whose sentence is then shown under the field. */
  readonly onCommit: (value: number) => void;
  readonly step?: number;
  readonly hideLabel?: boolean;
  readonly unit?: string;
  /** Width of the box in pixels. */
  readonly width?: number;
}

const exactText = (value: number): string =>
  (Object.is(value, -0) ? '-0' : String(value)).replaceAll('-', '−');

/** A number to type or to step with the arrow keys. What was typed wrong stays, with the reason under it. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onCommit, step = 1, hideLabel = false, unit, width } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  /** The exact number takes the rounded one's place on focus, and with it the selection that Tab made. */
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  /** What was typed and not yet committed. */
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(value);
  if (!Object.is(shown, value)) {
    setShown(value);
    if (!focused || problem !== null) {
      setDraft(null);
      setProblem(null);
    }
  }

  const attempt = (action: () => number): void => {
    try {
      const next = action();
      if (!Object.is(next, value)) onCommit(next);
      setDraft(null);
      setProblem(null);
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  const commitDraft = (): void => {
    if (draft !== null) attempt(() => readNumber(label, draft, props));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commitDraft();
    else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const factor = event.shiftKey ? 10 : event.altKey && props.integer !== true ? 0.1 : 1;
      const by = (event.key === 'ArrowUp' ? step : -step) * factor;
      attempt(() => stepNumber(draft === null ? value : readNumber(label, draft, props), by, props));
    }
  };

  return (
    <span className={styles.field}>
      <label className={hideLabel ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.box} style={width === undefined ? undefined : { width }}>
        <input
          ref={input}
          className={styles.input}
          id={id}
          type="text"
          inputMode={props.integer === true && (props.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? (focused ? exactText(value) : formatNumber(value, 6))}
          data-unedited={draft === null ? '' : undefined}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            commitDraft();
          }}
        />
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </span>
      {problem === null ? null : (
        <span className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
