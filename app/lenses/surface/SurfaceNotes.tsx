import type { SurfaceModel } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { counted } from '../../controls/counted.ts';
import { readOff } from './readOff.ts';
import { SIDE } from './grid.ts';
import type { SurfaceView } from './surfaceFigure.ts';
import styles from './SurfaceLens.module.css';

interface SurfaceNotesProps {
  readonly view: SurfaceView;
  readonly models: readonly SurfaceModel[];
  /** Share of the places that is done. */
  readonly done: number;
}

/** What the picture shows, what is cut from it, and how far it has come. */
export function SurfaceNotes({ view: { picture, levels }, models, done }: SurfaceNotesProps) {
  const places = SIDE * SIDE;
  const percent = Math.round((100 * levels.above) / levels.count);
  return (
    <div className={styles.notes}>
      {models
        .filter((model) => model !== 'exact')
        .map((model) => (
          <p key={model} className={styles.said}>
            {readOff(picture.plane, model)}
          </p>
        ))}
      <p>
        Grey is the error, stronger where it is higher; every line is one step of{' '}
        {formatNumber(levels.step, 3)}. × marks the present weights, the arrow points down the slope, other
        marks are the models’ lowest points.
        {levels.above === 0
          ? null
          : ` Above ${formatNumber(levels.high, 3)} all is one colour: ${percent === 0 ? 'less than 1' : percent} % of the plane.`}
        {levels.overflown === 0
          ? null
          : ` The error overflows at ${counted(levels.overflown, 'place')} of ${levels.count}: left blank.`}{' '}
        {done < 1 && picture.stride > 1
          ? `Getting finer: ${Math.round(done * places)} of ${places} places.`
          : null}
      </p>
    </div>
  );
}
