import { expect } from 'vitest';

/** Largest |entry|. */
function size(x: ArrayLike<number>): number {
  let top = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- not every ArrayLike can be iterated
  for (let q = 0; q < x.length; q++) top = Math.max(top, Math.abs(x[q]));
  return top;
}

/**
 * Expects two arrays to agree entry by entry to `tolerance` times the largest entry of either (or
 * `floor`, where both may vanish). The message names the worst index, both values and the ratio.
 */
export function expectClose(
  name: string,
  computed: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  floor = 1e-300,
): void {
  expect(computed.length, `${name}: length`).toBe(expected.length);
  const unit = Math.max(size(computed), size(expected), floor);
  let worst = 0;
  let at = 0;
  for (let q = 0; q < expected.length; q++) {
    const error = Math.abs(computed[q] - expected[q]) / unit;
    if (!(error <= worst)) {
      worst = error;
      at = q;
    }
    if (Number.isNaN(error)) break;
  }
  if (worst <= tolerance) return;
  const shown = `${name}[${at}]: computed ${computed[at]}, expected ${expected[at]}, error ${worst} of the largest entry ${unit}`;
  expect.fail(`${shown}, allowed ${tolerance}`);
}
