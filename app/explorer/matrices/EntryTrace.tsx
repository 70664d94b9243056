import styles from './EntryTrace.module.css';
import { useSelection } from '../../state/useLab.ts';

/** A ring smaller than this is not found again. */
const SMALLEST_RING = 7;

interface EntryTraceProps {
  readonly W: number;
  readonly side: number;
}

/** The entry pointed at, ringed, and faint traces to its row and column. */
export function EntryTrace({ W, side }: EntryTraceProps) {
  const entry = useSelection((state) => state.hover ?? state.entry);
  if (entry === null || entry.row >= W || entry.column >= W) return null;
  const cell = side / W;
  const x = (entry.column + 0.5) * cell;
  const y = (entry.row + 0.5) * cell;
  const ring = Math.max(SMALLEST_RING, cell + 2);
  return (
    <>
      <path className={styles.trace} d={`M0 ${y}H${side}M${x} 0V${side}`} />
      <path className={styles.lead} d={`M0 ${y}H${x - ring / 2}M${x} 0V${y - ring / 2}`} />
      <rect className={styles.halo} x={x - ring / 2} y={y - ring / 2} width={ring} height={ring} />
      <rect className={styles.ring} x={x - ring / 2} y={y - ring / 2} width={ring} height={ring} />
    </>
  );
}
