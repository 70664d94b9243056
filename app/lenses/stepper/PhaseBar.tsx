import type { ReactNode } from 'react';
import { Button } from '../../controls/Button.tsx';
import styles from './PhaseBar.module.css';
import { type PhaseRun, phaseTexts } from './phases.ts';

export interface PhaseBarProps {
  readonly runs: readonly PhaseRun[];
  readonly step: number;
  readonly goTo: (step: number) => void;
  /** At the end of the row. */
  readonly children?: ReactNode;
}

/** Which steps belong to which pass: as marks in proportion, and as buttons that go to a pass's first step. */
export function PhaseBar({ runs, step, goTo, children }: PhaseBarProps) {
  return (
    <div>
      <div className={styles.marks} aria-hidden>
        {runs.map(({ phase, start, count }) => {
          const done = Math.max(0, Math.min(1, (step - start) / count));
          return (
            <span key={phase} className={styles.mark} data-phase={phase} style={{ flexGrow: count }}>
              <span className={styles.done} style={{ width: `${100 * done}%` }} />
            </span>
          );
        })}
      </div>
      <div className={styles.row}>
        <div className={styles.names} role="group" aria-label="Go to a pass">
          {runs.map(({ phase, start, count }) => (
            <Button
              key={phase}
              tone="quiet"
              pressed={step > start && step <= start + count}
              title={phaseTexts[phase].about}
              onClick={() => goTo(start + 1)}
            >
              <span className={styles.dot} data-phase={phase} aria-hidden />
              {phaseTexts[phase].label}
            </Button>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}
