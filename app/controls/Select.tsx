import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import styles from './Select.module.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
  readonly title?: string;
  /** Id of an element that says more. */
  readonly describedBy?: string;
}

export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
  title,
  describedBy,
}: SelectProps<T>) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label className={hideLabel ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.box}>
        <select
          className={styles.select}
          id={id}
          value={value}
          title={title}
          aria-describedby={describedBy}
          onChange={(event) => {
            const chosen = options[event.target.selectedIndex];
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} size={14} aria-hidden />
      </span>
    </span>
  );
}
