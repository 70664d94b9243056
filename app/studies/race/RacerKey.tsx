import type { RacerId } from '../../../engine/uses/race/index.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from './Race.module.css';
import { colourOf, markOf } from './raceStyle.ts';

/** Outlines of the marks of the figures, about the middle of a field of 10 by 10. */
const outlines: Readonly<Record<string, string>> = {
  circle: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  diamond: 'M5 0L10 5L5 10L0 5z',
  square: 'M1 1H9V9H1z',
  'triangle-up': 'M5 0.5L10 9H0z',
  'triangle-down': 'M5 9.5L10 1H0z',
  cross: 'M3.3 0H6.7V3.3H10V6.7H6.7V10H3.3V6.7H0V3.3H3.3z',
  x: 'M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2z',
  star: 'M5 0L6.2 3.6H10L7 5.9L8.1 9.6L5 7.4L1.9 9.6L3 5.9L0 3.6H3.8z',
};

/** The line and the end mark with which a method is drawn. */
export function RacerKey({ id }: { readonly id: RacerId }) {
  const colour = colourOf(useSeriesColours(), id);
  return (
    <svg className={styles.key} viewBox="0 0 30 10" aria-hidden>
      <line x1="0" x2="20" y1="5" y2="5" stroke={colour} strokeWidth="2" />
      <path d={outlines[markOf(id)] ?? ''} transform="translate(20 0)" fill={colour} />
    </svg>
  );
}
