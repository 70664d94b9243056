import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { batchFor } from '../../state/batch.ts';
import styles from './Laplace.module.css';
import { errorScale, type UnitRow } from './unitRows.ts';
import { errorsFigure, evidenceFigure } from './unitsFigure.ts';
import { UnitsTable } from './UnitsTable.tsx';
import { errorsSentence, evidenceSentence } from './unitsWords.ts';
import { isRegression } from './whyNot.ts';

export interface UnitsFiguresProps {
  readonly experiment: Experiment;
  readonly rows: readonly UnitRow[];
}

/** Evidence and errors against the number of hidden units, and their numbers. */
export function UnitsFigures({ experiment, rows }: UnitsFiguresProps) {
  const ink = useInk();
  const colours = useSeriesColours();
  const regression = isRegression(experiment);
  const scale = useMemo(() => errorScale(regression), [regression]);
  const { N, targets } = batchFor(experiment.data);
  const K = targets.length / N;
  const evidence = useMemo(() => evidenceFigure(rows, { ink, colours }), [rows, ink, colours]);
  const errors = useMemo(
    () => errorsFigure(rows, { N, K }, scale, { ink, colours }),
    [rows, N, K, scale, ink, colours],
  );
  return (
    <>
      <div className={styles.pair}>
        <div className={styles.one}>
          <Figure {...evidence} height={300} label={evidenceSentence(rows)} />
        </div>
        <div className={styles.one}>
          <Figure {...errors} height={300} label={errorsSentence(rows, scale.label)} />
        </div>
      </div>
      <UnitsTable rows={rows} N={N} K={K} scale={scale} />
    </>
  );
}
