/** A scale of colours as plotly.js describes it. */
export type ColourScale = readonly (readonly [share: number, colour: string])[];

/** Red, green and blue of `#abc`, `#aabbcc` or `rgb(…)`: the built page's tokens are as short as can be. */
export function channelsOf(colour: string): readonly number[] {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(colour)?.[1];
  if (digits === undefined) return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const parts = digits.match(digits.length > 4 ? /../g : /./g) ?? [];
  return parts.slice(0, 3).map((part) => parseInt(part.padStart(2, part), 16));
}

/** A colour between two. */
export function mix(from: string, to: string, share: number): string {
  const ends = channelsOf(to);
  const mixed = channelsOf(from).map((start, at) => Math.round(start + share * ((ends[at] ?? NaN) - start)));
  return `rgb(${mixed.join(', ')})`;
}

/** The colour at a share of the scale, the ends beyond it. */
export function colourIn(scale: ColourScale, share: number): string {
  const above = scale.findIndex(([at]) => at >= share);
  if (above <= 0) return (above === 0 ? scale[0] : scale.at(-1))?.[1] ?? 'none';
  const [[low, from], [high, to]] = [scale[above - 1] ?? [0, ''], scale[above] ?? [1, '']];
  return mix(from, to, (share - low) / (high - low));
}
