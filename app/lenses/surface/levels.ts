/** Heights at which contours are drawn, the same for the error and for every model. */
export interface Levels {
  /** The lowest error in the plane. */
  readonly low: number;
  /** From here up all is one colour. */
  readonly high: number;
  /** Places above `high`, and places where the error overflows. */
  readonly above: number;
  readonly overflown: number;
  readonly count: number;
}

export const RINGS = 8;
/** Errors beyond this many times the median's height above the lowest would leave no contour for the rest. */
const STEEPEST = 30;

/** The heights of a plane's errors; null where none is finite. */
export function levelsOf(rows: readonly (readonly (number | null)[])[]): Levels | null {
  const values = rows.flat();
  const finite = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [low, top] = [finite[0], finite.at(-1)];
  if (low === undefined || top === undefined) return null;
  const median = finite[Math.floor(finite.length / 2)] ?? low;
  const steep = low + STEEPEST * (median - low);
  const high = median > low && steep < top ? steep : top;
  return {
    low,
    // Where the error does not change at all, one step above it is as good as any.
    high: high > low ? high : low + Math.max(1, Math.abs(low)),
    above: finite.filter((value) => value > high).length,
    overflown: values.length - finite.length,
    count: values.length,
  };
}

/** `√((E − low)/(high − low))`, its sign kept below `low`: a bowl's rings then stand evenly. */
export function heightOf({ low, high }: Pick<Levels, 'low' | 'high'>, E: number): number {
  const share = (E - low) / (high - low);
  return Math.sign(share) * Math.sqrt(Math.abs(share));
}

/** The error at a height. */
export const errorAtHeight = ({ low, high }: Pick<Levels, 'low' | 'high'>, height: number): number =>
  low + Math.sign(height) * height ** 2 * (high - low);
