import { formatTime } from '../../charts/formatTime.ts';
import { counted } from '../../controls/counted.ts';
import type { MatricesPainter } from './matricesPainter.ts';
import { useRestedResults } from './restedResults.ts';
import styles from './StatusLine.module.css';
import { useComputing } from './useComputing.ts';

/** How long it took and where, and what to do next. */
export function StatusLine({ painter }: { readonly painter: MatricesPainter }) {
  const { snapshot, workers } = useRestedResults();
  const computing = useComputing();
  const count = Object.keys(snapshot?.value.matrices ?? {}).length;
  return (
    <div className={styles.status}>
      {snapshot === null ? (
        <span>computing…</span>
      ) : (
        <span>
          {counted(count, 'matrix', 'matrices')} in <b>{formatTime(snapshot.value.milliseconds)}</b>
          {' · '}painted in <b>{formatTime(painter.milliseconds)}</b>
          {' · '}
          {counted(workers, 'worker')}
          {' · '}
          {computing ? 'computing…' : 'float64'}
        </span>
      )}
      <span className={styles.hint}>click an entry to see its value</span>
    </div>
  );
}
