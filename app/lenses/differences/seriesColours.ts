import type { Dash, FilledSymbol } from '../../charts/figure/spec.ts';
import { type Theme, useTheme } from '../../theme/theme.ts';

/** Curves and marks beside each other: 3:1 and more against the page, different in lightness where hues are near. */
const palettes: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#4f46e5', '#b35806', '#15803d', '#be185d', '#0e7490', '#7c6f00', '#9333ea', '#57534e'],
  dark: ['#a5b4fc', '#fdb863', '#86efac', '#f9a8d4', '#67e8f9', '#fde047', '#d8b4fe', '#c4beb8'],
};

/** Told apart without colour, too. */
export const symbols: readonly FilledSymbol[] = [
  'circle',
  'diamond',
  'square',
  'triangle-up',
  'cross',
  'x',
  'star',
  'triangle-down',
];
export const dashes: readonly Dash[] = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'];

/** The k-th of a list that may be shorter: it begins anew. */
export function cycle<T extends string>(list: readonly T[], k: number): T {
  const entry = list[k % list.length];
  if (entry === undefined) throw new Error('internal: an empty list has no entries in turn');
  return entry;
}

/** The colours of the theme on show. */
export const useSeriesColours = (): readonly string[] => palettes[useTheme((state) => state.theme)];
