import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { CurvePicture, CurveSize } from './curvePicture.ts';
import styles from './ErrorCurve.module.css';

export interface ErrorCurveProps {
  readonly picture: CurvePicture | null;
  readonly size: CurveSize;
  /** ‖OP − H‖/‖H‖ now; NaN when one of the two is not on show. */
  readonly outerProductError: number;
  /** Without a curve, says how to make one: not while a message says why there is none. */
  readonly invites: boolean;
}

const percent = (ratio: number): string => `${formatNumber(100 * ratio, 3)} %`;

const describe = ({ largest, smallest, lastStep, logarithmic }: CurvePicture): string =>
  `Error between ${formatNumber(smallest)} and ${formatNumber(largest)} over ${formatCount(lastStep)} steps, ` +
  `${logarithmic ? 'logarithmic' : 'linear'} scale`;

/** The error over the steps, and how near the outer product has come to the exact Hessian. */
export function ErrorCurve({ picture, size, outerProductError, invites }: ErrorCurveProps) {
  if (picture === null)
    return invites ? (
      <p className={styles.invitation}>
        Press play: the error falls here
        {Number.isNaN(outerProductError)
          ? '.'
          : ', and the outer product grows to look like the exact Hessian.'}
      </p>
    ) : null;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span className={styles.errorKey}>error E{picture.logarithmic ? ' (log)' : ''}</span>
        {Number.isNaN(outerProductError) ? null : (
          <span className={styles.outerKey}>outer product off by {percent(outerProductError)}</span>
        )}
      </figcaption>
      <svg
        className={styles.curve}
        viewBox={`-2 -4 ${size.width + 6} ${size.height + 8}`}
        role="img"
        aria-label={describe(picture)}
      >
        <path className={styles.axis} d={`M0 ${size.height}H${size.width}`} />
        <path className={styles.outer} d={picture.outerProduct} />
        <path className={styles.error} d={picture.error} />
        {picture.end === null ? null : (
          <circle className={styles.end} cx={picture.end.x} cy={picture.end.y} r={3} />
        )}
      </svg>
      <div className={styles.ends} aria-hidden>
        <span>{formatNumber(picture.largest, 3)}</span>
        <span>{formatNumber(picture.smallest, 3)}</span>
      </div>
    </figure>
  );
}
