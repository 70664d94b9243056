import { useMemo } from 'react';
import type { RecurrentModel, RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from '../Models.module.css';
import { eigenvalueFigure, gainFigure, gainSentence } from './stabilityFigures.ts';
import { useGains } from './useGains.ts';

/** Eigenvalues of the Jacobian at the equilibria. */
export function EigenvalueView({ reply, rate }: { readonly reply: RecurrentReply; readonly rate: number }) {
  const ink = useInk();
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(
    () => eigenvalueFigure(reply, rate, { colours, ink }),
    [reply, rate, colours, ink],
  );
  const worst = (of: 'radius' | 'factor'): string =>
    formatNumber(Math.max(...reply.patterns.map((pattern) => pattern[of])), 3);
  return (
    <>
      <p className={styles.note}>
        Eigenvalues λ of the Jacobian. A step of τ multiplies a disturbance by |1 − τ + τλ|: it shrinks inside
        the solid circle. The flow itself returns left of the dashed line; the undamped iteration inside the
        dotted unit circle.
      </p>
      <Figure
        traces={traces}
        layout={layout}
        height={380}
        label={`Eigenvalues of the Jacobian: spectral radius up to ${worst('radius')}, factor of a step up to ${worst('factor')}.`}
      />
    </>
  );
}

/** The same numbers for other gains. */
export function GainView({ model }: { readonly model: RecurrentModel }) {
  const ink = useInk();
  const colours = useSeriesColours();
  const { found, busy, done, of, problem } = useGains(model);
  const { gain } = model;
  const { traces, layout } = useMemo(
    () => (found === null ? { traces: [], layout: {} } : gainFigure(found, gain, { colours, ink })),
    [found, gain, colours, ink],
  );
  return (
    <section className={styles.part} aria-label="Gains" aria-busy={busy}>
      <h3 className={styles.title}>At which gain it ceases to settle</h3>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {found === null ? (
        <p className={styles.note}>
          settling at other gains, {done} of {of} parts…
        </p>
      ) : (
        <>
          <p className={styles.note}>{gainSentence(found)}</p>
          <Figure
            traces={traces}
            layout={layout}
            height={300}
            label={`Stability against gain. ${gainSentence(found)}`}
          />
        </>
      )}
    </section>
  );
}
