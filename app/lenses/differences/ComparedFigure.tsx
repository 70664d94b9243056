import type { ReactNode } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { Message } from '../../controls/Message.tsx';
import styles from './Differences.module.css';
import { type ComparedNow, useCompared } from './useCompared.ts';

export interface ComparedFigureProps {
  readonly experiment: Experiment;
  readonly matrices: readonly MatrixId[];
  readonly children: (now: ComparedNow) => ReactNode;
}

/** A figure of approximations held against H, with what is to be said while it comes and where it can't. */
export function ComparedFigure({ experiment, matrices, children }: ComparedFigureProps) {
  const { now, busy, problem } = useCompared(experiment, matrices);
  if (matrices.length === 0) {
    return (
      <Message tone="info">
        No approximation is on show. Choose some under Matrices: the diagonal, the outer product, K-FAC and
        others.
      </Message>
    );
  }
  return (
    <div className={styles.figure} aria-busy={busy}>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {now?.compared.refused.map((why) => (
        <Message key={why} tone="info">
          {why}
        </Message>
      ))}
      {now === null ? <p className={styles.note}>computing…</p> : children(now)}
    </div>
  );
}
