import type { Shape } from '../../engine/layers/layer.ts';

interface Pixel {
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

/** Channel, row and column of an entry of an image; null when the shape is none. */
export function placeOf([, height, width]: Shape, entry: number): Pixel | null {
  if (height === undefined || width === undefined) return null;
  const pixel = entry % (height * width);
  return {
    channel: Math.floor(entry / (height * width)),
    row: Math.floor(pixel / width),
    column: pixel % width,
  };
}

/** The entry of another image at the same place; null when it has none there. */
function entryAt(
  [channels = 0, height = 0, width = 0]: Shape,
  { channel, row, column }: Pixel,
): number | null {
  if (channel >= channels || row >= height || column >= width) return null;
  return (channel * height + row) * width + column;
}

/** The entry of `to` that means what entry `i` of `from` means: the same pixel, or the same unit. */
export function sameEntry(from: Shape, i: number, to: Shape): number | null {
  if (from.length !== to.length) return null;
  const pixel = placeOf(from, i);
  if (pixel !== null) return entryAt(to, pixel);
  return i < (to[0] ?? 0) ? i : null;
}
