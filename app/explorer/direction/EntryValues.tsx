import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './DirectionPanel.module.css';

export interface EntryValuesProps {
  readonly tex: string;
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly value: number }[];
}

/** The marked entry by name, with its value in every vector. */
export function EntryValues({ tex, text, values }: EntryValuesProps) {
  return (
    <div className={styles.entry}>
      <Formula tex={tex} label={text} />
      {values.map(({ name, value }) => (
        <span key={name}>
          <i>{name}</i> {formatNumber(value, 3)}
        </span>
      ))}
    </div>
  );
}
