import type { LensSettings } from '../../../engine/experiment/lenses.ts';

type AxesChoice = Pick<LensSettings['surface'], 'axes' | 'first' | 'second'>;

/** Eigenvectors are offered down to this rank. */
export const MOST_EIGENVECTORS = 10;

/** How many directions there are to choose from. */
export const directionCount = (axes: AxesChoice['axes'], W: number): number =>
  axes === 'weights' ? W : Math.min(W, MOST_EIGENVECTORS);

/** Two different directions that exist: indices may be those of a larger network, or the same one twice. */
export function clampedAxes({ axes, first, second }: AxesChoice, W: number): AxesChoice {
  const last = directionCount(axes, W) - 1;
  const p = Math.min(first, last);
  const q = Math.min(second, last);
  if (p !== q) return { axes, first: p, second: q };
  return { axes, first: p, second: p < last ? p + 1 : p - 1 };
}
