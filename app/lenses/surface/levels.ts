import { roundTicks } from '../../charts/roundNumbers.ts';

/** Errors at which contours are drawn, the same for the error and for every model. */
export interface Levels {
  /** The lowest error in the plane. */
  readonly low: number;
  /** From here up all is one colour. */
  readonly high: number;
  /** The lowest contour, and the step from one to the next: round numbers. */
  readonly first: number;
  readonly step: number;
  /** Places above `high`, and places where the error overflows. */
  readonly above: number;
  readonly overflown: number;
  readonly count: number;
}

const CONTOURS = 10;
/** Errors beyond this many times the median's height above the lowest would leave no contour for the rest. */
const STEEPEST = 6;

/** The contours of a plane's errors, null where an error overflows; null where all do. */
export function levelsOf(rows: readonly (readonly (number | null)[])[]): Levels | null {
  const values = rows.flat();
  const finite = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [low, top] = [finite[0], finite.at(-1)];
  if (low === undefined || top === undefined) return null;
  const median = finite[Math.floor(finite.length / 2)] ?? low;
  const steep = low + STEEPEST * (median - low);
  const cut = median > low && steep < top ? steep : top;
  // Where the error does not change at all, one step above it is as good as any.
  const high = cut > low ? cut : low + Math.max(1, Math.abs(low));
  const [first = low, second = high] = roundTicks(low, high, CONTOURS);
  return {
    low,
    high,
    first,
    step: second - first,
    above: finite.filter((value) => value > high).length,
    overflown: values.length - finite.length,
    count: values.length,
  };
}
