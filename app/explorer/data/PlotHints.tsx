import styles from './PlotHints.module.css';

const HINTS = [
  { keys: ['[', ']'], what: 'step through points' },
  { keys: ['←', '→', '↑', '↓'], what: 'move' },
  { keys: ['A'], what: 'add' },
  { keys: ['Delete'], what: 'remove' },
] as const;

interface PlotHintsProps {
  readonly id: string;
  /** False: for screen readers only. */
  readonly shown: boolean;
}

/** The keys of the plot. */
export function PlotHints({ id, shown }: PlotHintsProps) {
  return (
    <p className={shown ? styles.hints : 'visually-hidden'} id={id}>
      {HINTS.map(({ keys, what }) => (
        <span key={what} className={styles.hint}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {what}
        </span>
      ))}
    </p>
  );
}
