import { useId } from 'react';
import { colourAt } from '../../charts/colourScale.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { type Theme, useTheme } from '../../theme/theme.ts';
import styles from './Weights.module.css';

export interface GridWeight {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Read aloud: `from 1 to 2`. */
  readonly name: string;
  /** Set by hand. */
  readonly changed: boolean;
}

export interface WeightGridProps {
  readonly label: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What rows and columns are: `from`, `to`. */
  readonly corner: string;
  readonly weights: readonly GridWeight[];
  readonly selected: GridWeight | undefined;
  readonly onSelect: (weight: GridWeight) => void;
}

/** The lightness L* of the scale at |t| as `colourScale` has it; the ink that stands out from it is black from 50 up. */
const inkOn = (theme: Theme, t: number): string => {
  const lightness = theme === 'light' ? 97.2 - 63.9 * Math.abs(t) : 11.5 + 79.2 * Math.abs(t);
  return lightness >= 50 ? '#000' : '#fff';
};

/** Two decimals as long as they fit. */
const short = (value: number): string =>
  value
    .toFixed(Math.abs(value) < 10 ? 2 : 1)
    .replace(/^-(?=[0.]+$)/, '')
    .replace('-', '−');

/** Weights as a heat map with numbers, one of which is at hand: a radio group, arrow keys go from weight to weight. */
export function WeightGrid({ label, rows, columns, corner, weights, selected, onSelect }: WeightGridProps) {
  const theme = useTheme((state) => state.theme);
  const name = useId();
  const largest = weights.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0);
  return (
    <div
      className={styles.grid}
      role="radiogroup"
      aria-label={label}
      style={{ gridTemplateColumns: `max-content repeat(${columns.length}, minmax(0, 46px))` }}
    >
      <span className={styles.corner} aria-hidden>
        {corner}
      </span>
      {columns.map((column, at) => (
        <span key={column} className={styles.heading} style={{ gridColumn: at + 2 }} aria-hidden>
          {column}
        </span>
      ))}
      {rows.map((row, at) => (
        <span key={row} className={styles.rowHeading} style={{ gridRow: at + 2 }} aria-hidden>
          {row}
        </span>
      ))}
      {weights.map((weight) => {
        const t = largest > 0 ? weight.value / largest : 0;
        return (
          <label
            key={`${weight.row} ${weight.column}`}
            className={styles.cell}
            style={{
              gridRow: weight.row + 2,
              gridColumn: weight.column + 2,
              background: colourAt(theme, t),
              color: inkOn(theme, t),
            }}
          >
            <input
              className={styles.radio}
              type="radio"
              name={name}
              aria-label={`${weight.name}: ${formatNumber(weight.value, 3)}${weight.changed ? ', set by hand' : ''}`}
              checked={weight === selected}
              onChange={() => onSelect(weight)}
            />
            <span aria-hidden>{short(weight.value)}</span>
            {weight.changed ? <span className={styles.mark} aria-hidden /> : null}
          </label>
        );
      })}
    </div>
  );
}
