import { useMemo } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import type { FollowingProps } from '../study.ts';
import styles from './Race.module.css';
import { raceFigure } from './raceFigure.ts';
import type { Run } from './raceRun.ts';
import { curveLabel } from './raceWords.ts';

interface CurveViewProps extends Pick<FollowingProps<'race'>, 'settings' | 'onSettings'> {
  readonly runs: readonly Run[];
}

const quantities = [
  { value: 'error', label: 'E' },
  { value: 'gradient', label: '‖∇E‖' },
] as const;

const axes = [
  { value: 'iterations', label: 'against steps' },
  { value: 'time', label: 'against time' },
] as const;

/** E or ‖∇E‖ of every method against steps or time. */
export function CurveView({ runs, settings, onSettings }: CurveViewProps) {
  const ink = useInk();
  const colours = useSeriesColours();
  const { shows, against } = settings;
  const { traces, layout, isCut } = useMemo(
    () => raceFigure(runs, { shows, against }, { colours, ink }),
    [runs, shows, against, colours, ink],
  );
  return (
    <div className={styles.view}>
      <div className={styles.controls}>
        <Segmented
          label="Curves of"
          value={shows}
          options={quantities}
          onChange={(next) => onSettings({ shows: next })}
        />
        <Segmented
          label="Against"
          value={against}
          options={axes}
          onChange={(next) => onSettings({ against: next })}
        />
      </div>
      <Figure traces={traces} layout={layout} height={340} label={curveLabel(runs, settings)} />
      {isCut ? <p className={styles.note}>Cut off above: some curves go far beyond.</p> : null}
      {against === 'time' ? (
        <p className={styles.note}>
          Each step timed by itself, in the worker, once; the clock is coarse below 0.1 ms.
        </p>
      ) : null}
    </div>
  );
}
