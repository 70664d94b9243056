import type { Bars } from './stripBars.ts';
import styles from './DirectionStrip.module.css';
import type { StripMark } from './useStripMark.ts';

export interface StripRow {
  readonly name: string;
  readonly bars: Bars;
}

export interface DirectionStripProps {
  readonly rows: readonly StripRow[];
  readonly width: number;
  readonly height: number;
  readonly W: number;
  readonly mark: StripMark;
  /** Share of the width at which the marked entry stands. */
  readonly markAt: number;
  readonly valueText: string;
}

/** One row of bars per vector, a bar per parameter; pointer and keys walk the entries. */
export function DirectionStrip({ rows, width, height, W, mark, markAt, valueText }: DirectionStripProps) {
  const viewBox = `0 0 ${width} ${height}`;
  return (
    <div className={styles.strip}>
      <div className={styles.names} aria-hidden>
        {rows.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div
        className={styles.rows}
        role="slider"
        tabIndex={0}
        aria-label="Entry of v, Hv and Gv"
        aria-valuemin={1}
        aria-valuemax={W}
        aria-valuenow={mark.index + 1}
        aria-valuetext={valueText}
        onPointerMove={mark.onPointerMove}
        onKeyDown={mark.onKeyDown}
      >
        {rows.map(({ name, bars }) => (
          <svg key={name} className={styles.row} viewBox={viewBox} preserveAspectRatio="none" aria-hidden>
            <path className={styles.middle} d={`M0 ${height / 2}H${width}`} />
            <path className={styles.positive} d={bars.positive} />
            <path className={styles.negative} d={bars.negative} />
          </svg>
        ))}
        <span className={styles.mark} style={{ left: `${100 * markAt}%` }} />
      </div>
    </div>
  );
}
