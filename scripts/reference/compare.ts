/**
 * Largest |found − expected| with the largest |expected| as the unit (1 when all expected are 0).
 * Infinity when any number on either side is NaN or infinite, so that it never passes.
 * @throws `has 3 entries, expected 4`
 */
export function relativeError(found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length)
    throw new Error(`has ${found.length} entries, expected ${expected.length}`);
  let difference = 0;
  let unit = 0;
  for (let q = 0; q < expected.length; q++) {
    if (!Number.isFinite(found[q]) || !Number.isFinite(expected[q])) return Infinity;
    difference = Math.max(difference, Math.abs(found[q] - expected[q]));
    unit = Math.max(unit, Math.abs(expected[q]));
  }
  return difference / (unit === 0 ? 1 : unit);
}
