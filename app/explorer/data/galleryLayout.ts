import type { Shape } from '../../../engine/layers/layer.ts';

/** A gallery of pictures in rows, each with the sign of its class below. */
export interface GalleryLayout {
  readonly columns: number;
  readonly rows: number;
  /** Size of a picture, and the steps from one to the next. */
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  /** Left and above of the first one. */
  readonly margin: number;
}

const GAP = 6;
const SIGN = 12;
/** Room for the ring around the selected picture. */
export const RING = 3;

/** Whether patterns of a shape are pictures. */
export const isPicture = (shape: Shape): boolean => shape.length === 3;

/** Pixels of a picture: its channels side by side. */
export const pictureSize = ([channels = 1, height = 1, width = 1]: Shape): {
  readonly width: number;
  readonly height: number;
} => ({ width: channels * width, height });

/** As many pictures of a height beside each other as a place has room for. */
export function galleryLayout(room: number, count: number, shape: Shape, height: number): GalleryLayout {
  const size = pictureSize(shape);
  const width = Math.min((height * size.width) / size.height, room - 2 * RING);
  const across = width + GAP;
  const columns = Math.max(1, Math.floor((room - 2 * RING + GAP) / across));
  return {
    columns,
    rows: Math.ceil(count / columns),
    width,
    height,
    across,
    down: height + SIGN + GAP,
    margin: RING,
  };
}

/** Upper left corner of picture n. */
export const placeIn = ({ columns, across, down, margin }: GalleryLayout, n: number) => ({
  x: margin + (n % columns) * across,
  y: margin + Math.floor(n / columns) * down,
});

/** The picture at a place of the gallery, or null between them. */
export function pictureAt(layout: GalleryLayout, count: number, x: number, y: number): number | null {
  const column = Math.floor((x - layout.margin) / layout.across);
  const row = Math.floor((y - layout.margin) / layout.down);
  const n = row * layout.columns + column;
  return column >= 0 && column < layout.columns && row >= 0 && n < count ? n : null;
}

/** The picture that a key leads to from picture n; null when it is not a key of the gallery. */
export function galleryStep(key: string, n: number, count: number, columns: number): number | null {
  const steps: Readonly<Partial<Record<string, number>>> = {
    ArrowLeft: n - 1,
    ArrowRight: n + 1,
    ArrowUp: n - columns,
    ArrowDown: n + columns,
    '[': (n - 1 + count) % count,
    ']': (n + 1) % count,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : next >= 0 && next < count ? next : n;
}
