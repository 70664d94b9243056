import { useMemo, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Anatomy } from '../../workers/protocol.ts';
import { formatNumber } from '../controls/formatNumber.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { useWidth } from '../controls/useWidth.ts';
import styles from './ByPattern.module.css';
import {
  barPatterns,
  contribution,
  countOfShare,
  orderOf,
  type PatternOrder,
  patternPicture,
} from './patternBars.ts';
import { patternKeys } from './patternKeys.ts';

const HEIGHT = 76;
/** What “most of it” means. */
const SHARE = 0.8;

interface ByPatternProps {
  readonly patterns: Anatomy['patterns'];
  /** The chosen one. */
  readonly pattern: number;
  readonly onPattern: (pattern: number) => void;
}

/** What each pattern adds to the entry: pointer and keys choose one. */
export function ByPattern({ patterns, pattern, onPattern }: ByPatternProps) {
  const [by, setBy] = useState<PatternOrder>('size');
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const width = useWidth(place);
  const order = useMemo(() => orderOf(patterns, by), [patterns, by]);
  const bars = useMemo(() => barPatterns(patterns, order, width), [patterns, order, width]);
  const picture = useMemo(() => patternPicture(patterns, bars, width, HEIGHT), [patterns, bars, width]);
  const N = order.length;
  const shown = Math.min(hovered ?? pattern, N - 1);
  const [m, d] = [patterns.gaussNewton[shown] ?? NaN, patterns.residual[shown] ?? NaN];
  const at = (n: number): string => `${(100 * (order.indexOf(n) + 0.5)) / N}%`;
  const patternUnder = (event: PointerEvent): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const bar = Math.floor(((event.clientX - box.left) / box.width) * bars.length);
    return bars[Math.max(0, Math.min(bars.length - 1, bar))] ?? null;
  };
  const most = countOfShare(patterns, SHARE);
  return (
    <div className={styles.patterns}>
      <div className={styles.heading}>
        <h3 className={styles.title}>By pattern</h3>
        <Segmented
          label="Order of the patterns"
          value={by}
          options={[
            { value: 'size', label: 'by size' },
            { value: 'data', label: 'in order' },
          ]}
          onChange={setBy}
        />
      </div>
      <div
        className={styles.bars}
        ref={setPlace}
        style={{ height: HEIGHT }}
        role="slider"
        tabIndex={0}
        aria-label="Pattern"
        aria-valuemin={1}
        aria-valuemax={N}
        aria-valuenow={pattern + 1}
        aria-valuetext={`pattern ${pattern + 1}: ${formatNumber(contribution(patterns, pattern))}`}
        onKeyDown={patternKeys(order, pattern, onPattern)}
        onPointerMove={(event) => setHovered(patternUnder(event))}
        onPointerLeave={() => setHovered(null)}
        onPointerDown={(event) => {
          const n = patternUnder(event);
          if (n !== null && event.button === 0) onPattern(n);
        }}
      >
        {width > 0 ? (
          <>
            {shown === pattern ? null : <span className={styles.hovered} style={{ left: at(shown) }} />}
            <span className={styles.chosen} style={{ left: at(pattern) }} />
            <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden>
              <path className={styles.M} d={picture.M} />
              <path className={styles.delta} d={picture.delta} />
              <path className={styles.zero} d={`M0 ${picture.zero}H${width}`} />
            </svg>
          </>
        ) : null}
      </div>
      <p className={styles.readout}>
        pattern {shown + 1}: M <b>{formatNumber(m, 3)}</b>, δ <b>{formatNumber(d, 3)}</b>
      </p>
      <p className={styles.note}>
        {N === 1
          ? 'There is one pattern.'
          : `${most} of ${N} patterns hold ${100 * SHARE} % of the contributions by size.`}
      </p>
    </div>
  );
}
