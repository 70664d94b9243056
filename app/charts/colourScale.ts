import type { Theme } from '../theme/theme.ts';

/** Entries of a colour table: an odd number, so that zero has an entry of its own. */
export const STEPS = 1023;
export const MIDDLE = (STEPS - 1) / 2;

/** ColorBrewer's PuOr: dark purple, paler, near-white, pale orange, darker. */
const PUOR = [
  ...[0x2d004b, 0x542788, 0x8073ac, 0xb2abd2, 0xd8daeb, 0xf7f7f7],
  ...[0xfee0b6, 0xfdb863, 0xe08214, 0xb35806, 0x7f3b08],
];
const DARK_ZERO = 0x211e1b;

/**
 * Every colour stands where its lightness L* puts it, so that +t and −t are equally light and equal steps of t
 * are equal steps of lightness: L* = 97.2 − 63.9·|t| in light; in dark PuOr turned inside out,
 * L* = 11.5 + 79.2·|t|, which brightens away from the page.
 */
const scales = {
  light: {
    places: [-1.372, -1.097, -0.714, -0.399, -0.153, 0, 0.102, 0.274, 0.532, 0.775, 1],
    colours: PUOR,
  },
  dark: {
    places: [-1.082, -0.958, -0.76, -0.506, -0.197, 0, 0.275, 0.457, 0.653, 0.861, 1],
    colours: [...PUOR.slice(1, 6).reverse(), DARK_ZERO, ...PUOR.slice(6).reverse()],
  },
} satisfies Record<Theme, { readonly places: readonly number[]; readonly colours: readonly number[] }>;

const channelsOf = (colour: number): readonly number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** CSS colour at `t` in [−1, 1]: negative purple, zero the page's calm tone, positive orange. */
export function colourAt(theme: Theme, t: number): string {
  const { places, colours } = scales[theme];
  const next = Math.max(
    1,
    places.findIndex((place, at) => t < place || at === places.length - 1),
  );
  const [from = NaN, to = NaN] = [places[next - 1], places[next]];
  const [start, end] = [channelsOf(colours[next - 1] ?? 0), channelsOf(colours[next] ?? 0)];
  const share = (t - from) / (to - from);
  const channels = start.map((value, at) => Math.round(value + share * ((end[at] ?? NaN) - value)));
  return `rgb(${channels.join(', ')})`;
}

/** Position of `t` in [−1, 1] in a colour table; `stepOf(−t)` mirrors it exactly. */
export const stepOf = (t: number): number =>
  MIDDLE + Math.sign(t) * Math.round(MIDDLE * Math.min(1, Math.abs(t)));

/** `rgb(r, g, b)` as the 32 bits of an ImageData pixel on a little-endian machine. */
export function pixelOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

const tableOf = (theme: Theme): Uint32Array =>
  Uint32Array.from({ length: STEPS }, (_, step) => pixelOf(colourAt(theme, step / MIDDLE - 1)));

const tables = new Map<Theme, Uint32Array>();

/** The scale as `STEPS` pixels, from −1 to +1. Made once per theme. */
export function colourTable(theme: Theme): Uint32Array {
  const known = tables.get(theme);
  if (known !== undefined) return known;
  const table = tableOf(theme);
  tables.set(theme, table);
  return table;
}
