/**
 * The largest |w|, rounded up to a power of √2: while one weight is dragged it seldom changes, so the
 * other edges keep their width. 1 when all weights are 0.
 */
export function scaleOf(parameters: readonly number[]): number {
  let largest = 0;
  for (const value of parameters) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : 2 ** (Math.ceil(2 * Math.log2(largest)) / 2);
}

/** Sign(w) √(|w| / scale) in steps of 1/64: a change too small to be seen draws nothing. */
export const strengthOf = (value: number, scale: number): number =>
  (Math.sign(value) * Math.round(64 * Math.sqrt(Math.min(1, Math.abs(value) / scale)))) / 64;

export type Sign = 'positive' | 'negative' | 'zero';

export const signOf = (strength: number): Sign =>
  strength > 0 ? 'positive' : strength < 0 ? 'negative' : 'zero';

const THINNEST = 0.6;
const WIDEST = 4.6;

export const widthOf = (strength: number): number => THINNEST + (WIDEST - THINNEST) * Math.abs(strength);

/** Small weights step back. */
export const opacityOf = (strength: number): number => 0.3 + 0.45 * Math.abs(strength);

/** How much a weight changes per pixel of a drag. */
export const dragRate = (scale: number): number => 0.01 * Math.max(scale, 0.1);

/** Ends of the slider: ±3, or the next of ±5, ±10, ±20, ±50 … that holds the value. */
export function sliderRange(value: number): number {
  const size = Math.abs(value);
  if (size <= 3) return 3;
  const decade = 10 ** Math.floor(Math.log10(size));
  return [1, 2, 5, 10].map((factor) => factor * decade).find((end) => end >= size) ?? size;
}
