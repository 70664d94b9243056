import { useMemo } from 'react';
import type { DensityReply } from '../../../workers/protocol/density.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import styles from './Density.module.css';
import { densityFigure } from './densityFigure.ts';
import { biasSentence, densitySentence, noLogarithm, probesSentence, stepsSentence } from './densityWords.ts';
import { EstimateTable } from './EstimateTable.tsx';
import type { Merged } from './merged.ts';

export interface DensityViewProps {
  readonly reply: DensityReply;
  readonly estimate: Merged;
  readonly steps: number;
  readonly damping: number;
  readonly busy: boolean;
  readonly onDamping: (damping: number) => void;
}

/** The figure of a spectrum, its numbers, and what they are worth. */
export function DensityView({ reply, estimate, steps, damping, busy, onDamping }: DensityViewProps) {
  const ink = useInk();
  const { traces, layout } = useMemo(() => densityFigure(reply, estimate, ink), [reply, estimate, ink]);
  const none = noLogarithm(reply, estimate, damping);
  const notes = [
    reply.noExact,
    probesSentence(estimate),
    stepsSentence(reply, steps),
    none === null ? biasSentence(reply, estimate) : null,
  ].filter((note) => note !== null);
  const products = estimate.probes * Math.min(steps, reply.W);
  return (
    <div className={styles.view} aria-busy={busy}>
      <Figure traces={traces} layout={layout} height={380} label={densitySentence(reply, estimate)} />
      <p className={styles.note}>
        {formatCount(estimate.probes)} random vectors of entries ±1, {formatCount(Math.min(steps, reply.W))}{' '}
        products each: {formatCount(products)} products. The whole matrix is {formatCount(reply.W)} of them.
      </p>
      <EstimateTable reply={reply} estimate={estimate} logarithm={none === null} />
      {notes.map((note) => (
        <Message key={note} tone="info">
          {note}
        </Message>
      ))}
      {none === null ? null : (
        <Message
          tone="info"
          action={
            <Button onClick={() => onDamping(none.enough)}>Set λ to {formatNumber(none.enough, 3)}</Button>
          }
        >
          {none.sentence}
        </Message>
      )}
    </div>
  );
}
