import type { Theme } from '../theme/theme.ts';
import { colourTable, MIDDLE, stepOf } from './colourScale.ts';
import { type TransferKind, transfers } from './transfer.ts';

/** From the upper half of a float32's bits (sign, exponent, 7 bits of mantissa) to a pixel. */
const HALVES = 1 << 16;

const lookups = new Map<string, Uint32Array>();

/**
 * Pixels for every u = x / largest as a float32 cut to 16 bits, so that a logarithm is never taken per entry.
 * The cut moves u by at most 1/128 of itself: less than one step of the symmetric-log table. NaN is
 * transparent.
 */
function lookupOf(theme: Theme, transfer: TransferKind): Uint32Array {
  const key = `${theme} ${transfer}`;
  const known = lookups.get(key);
  if (known !== undefined) return known;
  const colours = colourTable(theme);
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  const lookup = Uint32Array.from({ length: HALVES }, (_, half) => {
    // The middle of the interval that shares these 16 bits.
    bits[0] = (half << 16) | 0x8000;
    const u = float[0] ?? 0;
    if (Number.isNaN(u)) return 0;
    return colours[stepOf(transfers[transfer].position(u))] ?? 0;
  });
  // Infinities share their 16 bits with a NaN.
  lookup[0x7f80] = colours[stepOf(1)] ?? 0;
  lookup[0xff80] = colours[stepOf(-1)] ?? 0;
  lookups.set(key, lookup);
  return lookup;
}

let scaled = new Float32Array(1024);
let scaledHalves = new Uint16Array(scaled.buffer);

/** Writes the pixels of `count` entries; `largest` is half the width of the colour scale. NaN is transparent. */
export function colourEntries(
  values: Float64Array,
  count: number,
  largest: number,
  theme: Theme,
  transfer: TransferKind,
  pixels: Uint32Array,
): void {
  const factor = largest > 0 ? 1 / largest : 0;
  if (transfer === 'linear') return colourLinearly(values, count, factor, colourTable(theme), pixels);
  if (scaled.length < count) {
    scaled = new Float32Array(count);
    scaledHalves = new Uint16Array(scaled.buffer);
  }
  const lookup = lookupOf(theme, transfer);
  for (let at = 0; at < count; at++) scaled[at] = (values[at] ?? 0) * factor;
  for (let at = 0; at < count; at++) pixels[at] = lookup[scaledHalves[2 * at + 1] ?? 0] ?? 0;
}

function colourLinearly(
  values: Float64Array,
  count: number,
  factor: number,
  colours: Uint32Array,
  pixels: Uint32Array,
): void {
  const perUnit = factor * MIDDLE;
  for (let at = 0; at < count; at++) {
    const steps = (values[at] ?? 0) * perUnit;
    const whole = steps < 0 ? Math.max(-MIDDLE, steps - 0.5) | 0 : Math.min(MIDDLE, steps + 0.5) | 0;
    pixels[at] = Number.isNaN(steps) ? 0 : (colours[MIDDLE + whole] ?? 0);
  }
}
