import { useMemo } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { useRuns } from '../useRuns.ts';
import styles from './Differences.module.css';
import { useSeriesColours } from './seriesColours.ts';
import { spectraFigure } from './spectraTraces.ts';
import { spectraSentence } from './spectrumFacts.ts';
import { SpectraTable } from './SpectraTable.tsx';

export interface SpectraFigureProps {
  readonly experiment: Experiment;
  readonly approximations: readonly MatrixId[];
}

/** The eigenvalues of H and of every approximation on show, over each other. */
export function SpectraFigure({ experiment, approximations }: SpectraFigureProps) {
  const requests = useMemo(() => {
    const problem = problemOf(experiment);
    return (['exact', ...approximations] as const).map((matrix) => ({ problem, matrix }));
  }, [experiment, approximations]);
  const { results, busy, done, of, problem } = useRuns('eigenvalues', requests);
  const ink = useInk();
  const series = useSeriesColours();
  const colours = useMemo(() => [ink.ink, ...series], [ink, series]);
  const found = useMemo(() => (results ?? []).filter(({ values }) => values.length > 0), [results]);
  const whole = useMemo(() => found.filter(({ complete }) => complete), [found]);
  const { traces, layout } = useMemo(() => spectraFigure(found, colours), [found, colours]);
  const W = experiment.parameters.length;
  return (
    <div className={styles.figure} aria-busy={busy}>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {results
        ?.flatMap(({ refused }) => refused ?? [])
        .map((why) => (
          <Message key={why} tone="info">
            {why}
          </Message>
        ))}
      {found.length > whole.length ? (
        <Message tone="info">
          All eigenvalues of a full matrix are computed up to W = 400; W is {formatCount(W)}: its largest and
          smallest are found by Lanczos.
        </Message>
      ) : null}
      {results === null ? (
        <p className={styles.note}>{of > 0 ? `computing ${done + 1} of ${of}…` : 'computing…'}</p>
      ) : (
        <>
          <p className={styles.note}>{spectraSentence(found)}</p>
          <Figure traces={traces} layout={layout} height={400} label={`Spectra. ${spectraSentence(found)}`} />
          <SpectraTable spectra={found} colours={colours} />
        </>
      )}
    </div>
  );
}
