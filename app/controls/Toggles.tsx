import { ToggleGroup } from 'radix-ui';
import styles from './Segmented.module.css';
import type { SegmentedOption } from './Segmented.tsx';

export interface TogglesProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly options: readonly SegmentedOption<T>[];
  /** The chosen values, in the order of the options. */
  readonly onChange: (values: T[]) => void;
}

/** Any number of a few. */
export function Toggles<T extends string>({ label, values, options, onChange }: TogglesProps<T>) {
  return (
    <ToggleGroup.Root
      className={styles.group}
      type="multiple"
      aria-label={label}
      value={[...values]}
      onValueChange={(next) =>
        onChange(options.map((option) => option.value).filter((value) => next.includes(value)))
      }
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          className={styles.item}
          value={option.value}
          title={option.title}
          disabled={option.disabled ?? false}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
