import { useMemo } from 'react';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from './Perturbation.module.css';
import { errorsFigure } from './perturbationFigure.ts';
import { perturbationLabel } from './perturbationWords.ts';

interface ErrorsViewProps {
  readonly replies: readonly PerturbationReply[];
  readonly settings: StudySettings['perturbation'];
}

/** What the answers on show differ in: they may still be those of the figure before. */
function axisOf(replies: ErrorsViewProps['replies'], { figure }: ErrorsViewProps['settings']) {
  if (replies.length === 1) return figure === 'sigma' ? 'sigma' : 'samples';
  return replies.every(({ sigma }) => sigma === replies[0]?.sigma) ? 'samples' : 'sigma';
}

/** Errors of all estimates against the number of samples or their size. */
export function ErrorsView({ replies, settings }: ErrorsViewProps) {
  const ink = useInk();
  const colours = useSeriesColours();
  const against = axisOf(replies, settings);
  const { traces, layout } = useMemo(
    () => errorsFigure(replies, against, { colours, ink }),
    [replies, against, colours, ink],
  );
  return (
    <>
      <Figure traces={traces} layout={layout} height={430} label={perturbationLabel(replies, settings)} />
      <p className={styles.note}>
        {against === 'samples'
          ? 'Dashed: 1/√S, through the standard error after the last sample. Dotted: how large ∇E and Hv are; an estimate above its line is worse than 0.'
          : 'To the left rounding of E, divided by σ for ∇E and by σ² for z; to the right the terms of third order and beyond, which no number of samples takes away. Dotted: how large ∇E and Hv are.'}
      </p>
    </>
  );
}
