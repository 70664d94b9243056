import { useMemo } from 'react';
import type { RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { courseFigure, courseOf, movementFigure } from './courseFigure.ts';
import { curveTexts, settlingSentence } from './recurrentWords.ts';

export interface SettlingViewProps extends StudyProps<'recurrent'> {
  readonly reply: RecurrentReply;
  readonly pattern: number;
}

const curveOptions = (['y', 'z', 'Ry', 'Rz', 'movement'] as const).map((value) => ({
  value,
  label: curveTexts[value].label,
}));

/** The relaxations of one pattern over time. */
export function SettlingView({ settings, onSettings, reply, pattern }: SettlingViewProps) {
  const { curves, rate } = settings;
  const ink = useInk();
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(
    () =>
      curves === 'movement'
        ? movementFigure(reply, pattern, rate, colours)
        : courseFigure(reply, pattern, curves, rate, { colours, ink }),
    [reply, pattern, curves, rate, colours, ink],
  );
  const settled = reply.patterns[pattern];
  const missing = curves !== 'movement' && courseOf(reply, pattern, curves) === null;
  const words = settled === undefined ? '' : settlingSentence(settled, pattern + 1, rate);
  return (
    <>
      <div className={styles.controls}>
        <Segmented
          label="Curves"
          value={curves}
          options={curveOptions}
          onChange={(next) => onSettings({ curves: next })}
        />
      </div>
      <p className={styles.note}>{curveTexts[curves].note}</p>
      {missing ? (
        <Message tone="info">
          {curveTexts[curves].label} is defined at an equilibrium of every pattern, and not all of them
          settle. The view Stability shows why.
        </Message>
      ) : (
        <Figure
          traces={traces}
          layout={layout}
          height={330}
          label={`${curveTexts[curves].axis} over time. ${words}`}
        />
      )}
    </>
  );
}
