import { useCallback, useMemo } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import type { FigurePoint } from '../../charts/figureProps.ts';
import { useInk } from '../../charts/ink.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { goAlong } from '../../state/edits/training.ts';
import { useSeriesColours } from '../differences/seriesColours.ts';
import type { LensProps } from '../lens.ts';
import { claimOf } from './claim.ts';
import { nearestPoint } from './nearestPoint.ts';
import { isUntrained } from './rerunFor.ts';
import { RunNotes } from './RunNotes.tsx';
import { Scrubber } from './Scrubber.tsx';
import { seriesOf } from './series.ts';
import styles from './Timeline.module.css';
import { timelineFigure } from './timelineFigure.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { Untrained } from './Untrained.tsx';
import { useMoments } from './useMoments.ts';
import { useRun } from './useRun.ts';

const HEIGHT = 440;

const options = [
  { value: 'errors', label: 'Errors' },
  { value: 'eigenvalues', label: 'Eigenvalues' },
] as const;

const notes = {
  errors:
    'Distance of every approximation on show from H, and the share of H that Gauss–Newton leaves out, beside the error E. Click the figure, or move the slider, to go to a step: everything on the page follows.',
  eigenvalues:
    'The two ends of the spectra. A negative eigenvalue of H means that w is not at a minimum; G has none while the loss is convex in the outputs.',
} as const;

/** How good the approximations are while the network learns. */
export default function TimelineLens(props: LensProps<'timeline'>) {
  return isUntrained(props.experiment) ? <Untrained {...props} /> : <Trained {...props} />;
}

function Trained({ experiment, settings, onSettings, onEdit }: LensProps<'timeline'>) {
  const run = useRun(experiment);
  const { points } = run;
  const now = useMoments(experiment, points);
  const { moments } = now;
  const { figure } = settings;
  const { training } = experiment;
  const ink = useInk();
  const colours = useSeriesColours();
  const series = useMemo(() => seriesOf(experiment, figure), [experiment, figure]);
  const told = useMemo(
    () => points.map(({ step }, index) => ({ step, moment: moments[index] ?? null })),
    [points, moments],
  );
  const { traces, layout } = useMemo(
    () => timelineFigure(figure, series, told, training, { ink, colours }),
    [figure, series, told, training, ink, colours],
  );
  const claim = useMemo(
    () => claimOf(told.flatMap(({ step, moment }) => (moment === null ? [] : [{ step, moment }]))),
    [told],
  );
  const goTo = useCallback(
    (index: number) => {
      const point = points[index];
      if (point !== undefined) onEdit(goAlong(point), 'timeline');
    },
    [points, onEdit],
  );
  const onPoint = useCallback(({ x }: FigurePoint) => goTo(nearestPoint(points, x)), [points, goTo]);
  const index = nearestPoint(points, training.step);
  const [first] = told;
  const here = told[index];
  const last = told.at(-1);
  return (
    <>
      <div className={styles.toolbar}>
        <Segmented
          label="Figure"
          value={figure}
          options={options}
          onChange={(next) => onSettings({ figure: next })}
        />
      </div>
      <p className={styles.note}>{notes[figure]}</p>
      <Scrubber steps={points.map(({ step }) => step)} index={index} step={training.step} goTo={goTo} />
      <RunNotes run={run} now={now} W={experiment.parameters.length} />
      {claim === null ? null : <p className={styles.claim}>{claim}</p>}
      {moments.every((moment) => moment === null) ? (
        <div className={styles.waiting}>computing…</div>
      ) : (
        <Figure
          traces={traces}
          layout={layout}
          height={HEIGHT}
          label={`${figure === 'errors' ? 'Errors of the approximations' : 'Extreme eigenvalues of H and G'} over training. ${claim ?? ''}`}
          onPoint={onPoint}
        />
      )}
      {first === undefined || here === undefined || last === undefined ? null : (
        <TimelineTable series={series} first={first} here={here} last={last} colours={colours} />
      )}
    </>
  );
}
