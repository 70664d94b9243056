import { useMemo } from 'react';
import { racerOf } from '../../../engine/uses/race/index.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { AxisField } from '../../lenses/surface/AxisField.tsx';
import { clampedAxes } from '../../lenses/surface/clampedAxes.ts';
import type { FollowingProps } from '../study.ts';
import { offWords, pathFigure } from './pathFigure.ts';
import styles from './Race.module.css';
import type { PathPicture } from './useRacePlane.ts';

interface PathViewProps extends FollowingProps<'race'> {
  readonly picture: PathPicture | null;
}

const planes = [
  {
    value: 'paths',
    label: 'plane of the paths',
    title: 'Through the start, the best end, and where the paths spread most',
  },
  { value: 'weights', label: 'two weights', title: 'The plane of two weights or biases through the start' },
] as const;

/** The paths over contours of the error. */
export function PathView({ picture, experiment, settings, onSettings }: PathViewProps) {
  const ink = useInk();
  const colours = useSeriesColours();
  const { network } = experiment;
  const topology = useMemo(() => topologyOf(network), [network]);
  const { first, second } = clampedAxes({ ...settings, axes: 'weights' }, topology.W);
  const figure = useMemo(
    () => (picture === null ? null : pathFigure(picture, { colours, ink })),
    [picture, colours, ink],
  );
  const windowKey = picture === null ? '' : `${picture.window.s.join()} ${picture.window.t.join()}`;
  const off = picture === null ? null : offWords(picture);
  const names = picture?.runs.map(({ id }) => racerOf(id).label).join(', ') ?? '';
  return (
    <div className={styles.view}>
      {topology.W === 2 ? null : (
        <div className={styles.controls}>
          <Segmented
            label="Plane"
            value={settings.plane}
            options={planes}
            onChange={(plane) => onSettings({ plane })}
          />
        </div>
      )}
      {settings.plane === 'paths' || topology.W === 2 ? null : (
        <div className={styles.controls}>
          <AxisField
            label="First axis"
            axes="weights"
            topology={topology}
            index={first}
            onChange={(index) => onSettings({ first: index, second: index === second ? first : second })}
          />
          <AxisField
            label="Second axis"
            axes="weights"
            topology={topology}
            index={second}
            onChange={(index) => onSettings({ second: index, first: index === first ? second : first })}
          />
        </div>
      )}
      {figure === null ? (
        <p className={styles.waiting}>the paths are drawn when all have ended…</p>
      ) : (
        // Another window is another figure: axes of equal scale keep what an earlier one made of them.
        <Figure
          key={windowKey}
          {...figure}
          height={360}
          label={`Paths over contours of the error, from one start: ${names}.`}
        />
      )}
      {off === null ? null : <p className={styles.note}>{off}</p>}
    </div>
  );
}
