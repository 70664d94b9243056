import styles from './Chart.module.css';
import { type LegendEntry, SAMPLE } from './legend.ts';
import { RichHtml } from './RichText.tsx';

/** What each series looks like. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {entries.map(({ name, sample }, at) => (
        <li key={at} className={styles.entry}>
          <svg width={SAMPLE.width} height={SAMPLE.height}>
            {sample.map(({ d, stroke, width, dashes, fill, opacity }, k) => (
              <path
                key={k}
                d={d}
                stroke={stroke}
                strokeWidth={width}
                strokeDasharray={dashes}
                fill={fill ?? 'none'}
                opacity={opacity}
              />
            ))}
          </svg>
          <span>
            <RichHtml text={name} />
          </span>
        </li>
      ))}
    </ul>
  );
}
