import type { Shape } from '../../../engine/layers/layer.ts';
import { pictureSize } from './galleryLayout.ts';
import type { Tints } from './surfacePixels.ts';

/** Smallest and largest entry of all pictures: paper and ink. */
export function toneRange(inputs: Float64Array): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of inputs) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

export interface Sheet {
  readonly pixels: Uint32Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Pictures [count × channels × height × width] side by side, `columns` in a row, a pixel for each entry. */
export function sheetOf(
  inputs: Float64Array,
  shape: Shape,
  columns: number,
  [low, high]: readonly [number, number],
  tones: Tints,
): Sheet {
  const [channels = 1, height = 1, width = 1] = shape;
  const size = channels * height * width;
  const picture = pictureSize(shape);
  const sheet = {
    width: columns * picture.width,
    height: Math.ceil(inputs.length / size / columns) * height,
  };
  const pixels = new Uint32Array(sheet.width * sheet.height);
  const scale = high > low ? (tones.length - 1) / (high - low) : 0;
  inputs.forEach((value, at) => {
    const n = Math.floor(at / size);
    const channel = Math.floor((at % size) / (height * width));
    const [row, column] = [Math.floor(at / width) % height, at % width];
    const x = (n % columns) * picture.width + channel * width + column;
    const y = Math.floor(n / columns) * height + row;
    pixels[y * sheet.width + x] = tones[Math.round((value - low) * scale)] ?? 0;
  });
  return { ...sheet, pixels };
}
