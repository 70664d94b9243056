import styles from './Chart.module.css';
import { type LegendEntry, SAMPLE } from './legend.ts';
import { RichHtml } from './RichText.tsx';
import { Stroke } from './Stroke.tsx';

/** What each series looks like. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {entries.map(({ name, sample }, at) => (
        <li key={at} className={styles.entry}>
          <svg width={SAMPLE.width} height={SAMPLE.height}>
            {sample.map((path, k) => (
              <Stroke key={k} path={path} />
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
