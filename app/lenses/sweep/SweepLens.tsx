import { useMemo } from 'react';
import { topologyOf } from '../../../engine/network/topology.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useSeriesColours } from '../differences/seriesColours.ts';
import type { LensProps } from '../lens.ts';
import styles from './Sweep.module.css';
import { sweepFigure } from './sweepFigure.ts';
import { sweepNotes } from './sweepNotes.ts';
import { SweepTable } from './SweepTable.tsx';
import { sweepTexts } from './sweepTexts.ts';
import { subjectOf, sweepSentence } from './sweepWords.ts';
import { useSweep } from './useSweep.ts';

const options = (['product', 'entry'] as const).map((value) => ({ value, label: sweepTexts[value].label }));

/** Errors of finite differences against their step, with R{·} as the level line. */
export default function SweepLens({ experiment, settings, onSettings }: LensProps<'sweep'>) {
  const { sweep, busy, done, of: calls, problem } = useSweep(experiment, settings.of);
  const ink = useInk();
  const colours = useSeriesColours();
  // The answer on screen may still be that of the other sweep.
  const of = sweep === null ? settings.of : sweep.entry === null ? 'product' : 'entry';
  const { network } = experiment;
  const topology = useMemo(() => topologyOf(network), [network]);
  const { traces, layout } = useMemo(
    () => (sweep === null ? { traces: [], layout: {} } : sweepFigure(sweep, of, { colours, ink })),
    [sweep, of, colours, ink],
  );
  return (
    <>
      <div className={styles.toolbar}>
        <Segmented
          label="Sweep of"
          value={settings.of}
          options={options}
          onChange={(next) => onSettings({ of: next })}
        />
        {busy && calls > 1 ? (
          <span className={styles.note}>
            {done} of {calls} parts
          </span>
        ) : null}
      </div>
      <p className={styles.note}>{sweepTexts[settings.of].note}</p>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {sweep === null ? (
        <p className={styles.note}>computing…</p>
      ) : (
        <div className={styles.figure} aria-busy={busy}>
          <p>{subjectOf(sweep, experiment.direction, topology)}</p>
          {sweepNotes(sweep, of, network).map((note) => (
            <Message key={note} tone="info">
              {note}
            </Message>
          ))}
          {sweep.length === 0 ? null : (
            <>
              <Figure traces={traces} layout={layout} height={440} label={sweepSentence(sweep, of)} />
              <p className={styles.note}>
                To the right of its best step a curve falls with the power of the step at which Taylor’s
                series was cut; to the left it rises again, because nearly equal numbers are subtracted.
                Dashed: the powers of theory, laid along the curve’s own points where they follow them.
                Outlined: the best step.
              </p>
              <SweepTable sweep={sweep} of={of} />
            </>
          )}
        </div>
      )}
    </>
  );
}
