import type { DensityGrid, DensityRequest } from '../protocol/density.ts';

const POINTS = 320;
/** Beyond the outermost eigenvalues, in widths of the smoothing. */
const MARGIN = 4;
/** Decades below the largest that have room of their own on an axis of both signs. */
const DECADES = 6;

/** Where eigenvalues stand on an axis: λ itself, or `asinh(λ / knee)`. */
export const placesOf = (eigenvalues: Float64Array, knee: number | null): Float64Array =>
  knee === null ? eigenvalues : eigenvalues.map((value) => Math.asinh(value / knee));

/** Equal steps on an axis that holds the eigenvalues from `low` to `high`, and their margins. */
export function densityGrid(
  low: number,
  high: number,
  axis: DensityRequest['axis'],
  width: number,
): DensityGrid {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const unit = size > 0 ? size : 1;
  const knee = axis === 'log' ? unit * 10 ** -DECADES : null;
  const [first = 0, last = 0] = placesOf(Float64Array.of(low, high), knee);
  // One eigenvalue alone has no range: what it measures takes its place.
  const range = last - first > 1e-9 * (knee === null ? unit : 1) ? last - first : knee === null ? unit : 1;
  const margin = MARGIN * width * range;
  const places = Float64Array.from(
    { length: POINTS },
    (_, g) => first - margin + ((last - first + 2 * margin) * g) / (POINTS - 1),
  );
  const eigenvalues = knee === null ? places.slice() : places.map((place) => knee * Math.sinh(place));
  return { eigenvalues, places, knee, width: width * range };
}
