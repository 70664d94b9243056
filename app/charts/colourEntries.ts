import type { Theme } from '../theme/theme.ts';
import { colourTable, MIDDLE, stepOf } from './colourScale.ts';
import { type TransferKind, transfers } from './transfer.ts';

/** From the upper half of a float32's bits (sign, exponent, 7 bits of mantissa) to a pixel. */
const HALVES = 1 << 16;
const SIGN_HALF = 0x8000;
const INFINITY_HALF = 0x7f80;
const ONE_HALF = 0x3f80;
/** 2⁻²⁰, beneath which no transfer leaves zero's colour. */
const FAINTEST_HALF = ONE_HALF - (20 << 7);

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** The middle of the interval of float32 that shares these upper 16 bits. */
function floatOf(half: number): number {
  bits[0] = (half << 16) | 0x8000;
  return float[0] ?? NaN;
}

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
  const colourOf = (t: number): number => colours[stepOf(t)] ?? 0;
  const lookup = new Uint32Array(HALVES);
  for (const sign of [0, SIGN_HALF]) {
    lookup.fill(colourOf(0), sign, sign + FAINTEST_HALF);
    lookup.fill(colourOf(sign === 0 ? 1 : -1), sign + ONE_HALF, sign + INFINITY_HALF + 1);
    for (let half = sign + FAINTEST_HALF; half < sign + ONE_HALF; half++) {
      lookup[half] = colourOf(transfers[transfer].position(floatOf(half)));
    }
  }
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
  const first = colours[0] ?? 0;
  const top = 2 * MIDDLE;
  for (let at = 0; at < count; at++) {
    const step = (values[at] ?? 0) * perUnit + MIDDLE;
    // Of a comparison with NaN neither holds: it falls to the transparent end.
    pixels[at] = step >= 0 ? (colours[(step < top ? step + 0.5 : top) | 0] ?? 0) : step < 0 ? first : 0;
  }
}
