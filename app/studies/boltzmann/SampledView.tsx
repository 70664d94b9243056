import { useMemo } from 'react';
import type { BoltzmannReply, BoltzmannSample } from '../../../workers/protocol/boltzmann.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { coverageSentence, doubt, errorsSentence } from './boltzmannWords.ts';
import { errorsFigure } from './errorsFigure.ts';
import { pairsFigure } from './pairsFigure.ts';
import { type Quantity, quantities } from './quantities.ts';

export interface PairsViewProps extends StudyProps<'boltzmann'> {
  readonly reply: BoltzmannReply;
  readonly sample: BoltzmannSample | null;
}

const options = (Object.keys(quantities) as readonly Quantity[]).map((value) => ({
  value,
  label: quantities[value].label,
}));

/** Pair by pair: exact against sampled. */
export function PairsView({ settings, onSettings, reply, sample }: PairsViewProps) {
  const { quantity, visible } = settings;
  const ink = useInk();
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(
    () => pairsFigure(quantity, reply, sample, visible, { colours, ink }),
    [quantity, reply, sample, visible, colours, ink],
  );
  const words = sample === null ? 'sampling…' : coverageSentence(quantity, reply, sample);
  const doubtful = sample === null ? null : doubt(sample);
  return (
    <section className={styles.part} aria-label="Exact and sampled">
      <div className={styles.controls}>
        <Segmented
          label="Quantity"
          value={quantity}
          options={options}
          onChange={(next) => onSettings({ quantity: next })}
        />
      </div>
      <p className={styles.note}>
        {quantities[quantity].note} {words}
      </p>
      {doubtful === null ? null : <Message tone="info">{doubtful}</Message>}
      <Figure
        traces={traces}
        layout={layout}
        height={360}
        label={`${quantities[quantity].label} of every pair, exact and sampled. ${words}`}
      />
    </section>
  );
}

export interface ErrorsViewProps {
  readonly reply: BoltzmannReply;
  readonly samples: readonly BoltzmannSample[];
}

/** The sampling error against the number of states. */
export function ErrorsView({ reply, samples }: ErrorsViewProps) {
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(() => errorsFigure(reply, samples, colours), [reply, samples, colours]);
  const words = errorsSentence(reply, samples);
  return (
    <section className={styles.part} aria-label="Sampling error">
      <h3 className={styles.title}>Sampling error against the number of states</h3>
      <p className={styles.note}>{words}</p>
      <Figure traces={traces} layout={layout} height={300} label={`Sampling error. ${words}`} />
    </section>
  );
}
