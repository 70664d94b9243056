import { type KeyboardEvent, useRef } from 'react';
import { colourAt } from '../../charts/colourScale.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { type Theme, useTheme } from '../../theme/theme.ts';
import { gridStep, type Place } from './gridStep.ts';
import styles from './Weights.module.css';

export interface GridWeight extends Place {
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

const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

/** Weights as a heat map with numbers, one of which is at hand: arrow keys go by row and column. */
export function WeightGrid({ label, rows, columns, corner, weights, selected, onSelect }: WeightGridProps) {
  const theme = useTheme((state) => state.theme);
  const cells = useRef(new Map<string, HTMLElement>());
  const largest = weights.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0);
  const entry = selected ?? weights[0];
  const onKeyDown = (event: KeyboardEvent, from: Place): void => {
    const to = gridStep(weights, from, event);
    if (to === null) return;
    event.preventDefault();
    onSelect(to);
    cells.current.get(keyOf(to))?.focus();
  };
  const cellOf = (weight: GridWeight) => {
    const t = largest > 0 ? weight.value / largest : 0;
    const { row, column, name, value, changed } = weight;
    const key = keyOf(weight);
    return (
      <div
        key={key}
        ref={(element) => {
          if (element === null) cells.current.delete(key);
          else cells.current.set(key, element);
        }}
        className={styles.cell}
        role="gridcell"
        aria-colindex={column + 2}
        aria-label={`${name}: ${formatNumber(value, 3)}${changed ? ', set by hand' : ''}`}
        aria-selected={weight === selected}
        tabIndex={weight === entry ? 0 : -1}
        style={{
          gridRow: row + 2,
          gridColumn: column + 2,
          background: colourAt(theme, t),
          color: inkOn(theme, t),
        }}
        onClick={() => onSelect(weight)}
        onKeyDown={(event) => onKeyDown(event, weight)}
      >
        {short(value)}
        {changed ? <span className={styles.mark} /> : null}
      </div>
    );
  };
  return (
    <div
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      style={{ gridTemplateColumns: `max-content repeat(${columns.length}, minmax(0, 46px))` }}
    >
      <div className={styles.row} role="row" aria-rowindex={1}>
        <span className={styles.corner} role="columnheader" aria-colindex={1} aria-label="unit">
          {corner}
        </span>
        {columns.map((column, at) => (
          <span
            key={column}
            className={styles.heading}
            style={{ gridColumn: at + 2 }}
            role="columnheader"
            aria-colindex={at + 2}
          >
            {column}
          </span>
        ))}
      </div>
      {rows.map((row, at) => (
        <div key={row} className={styles.row} role="row" aria-rowindex={at + 2}>
          <span className={styles.rowHeading} style={{ gridRow: at + 2 }} role="rowheader" aria-colindex={1}>
            {row}
          </span>
          {weights.filter((weight) => weight.row === at).map(cellOf)}
        </div>
      ))}
    </div>
  );
}
