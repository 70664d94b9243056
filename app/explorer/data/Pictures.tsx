import { useLayoutEffect, useState } from 'react';
import type { Shape } from '../../../engine/layers/layer.ts';
import { useTheme } from '../../theme/theme.ts';
import { type GalleryLayout, pictureSize, placeIn } from './galleryLayout.ts';
import { sheetOf } from './picturePixels.ts';
import { tintsOf } from './surfacePixels.ts';

interface PicturesProps {
  readonly className?: string | undefined;
  readonly inputs: Float64Array;
  readonly shape: Shape;
  readonly layout: GalleryLayout;
  readonly range: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** The pictures themselves, painted from one sheet that holds a pixel for each entry. */
export function Pictures({ className, inputs, shape, layout, range, width, height }: PicturesProps) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const theme = useTheme((state) => state.theme);
  const density = Math.max(1, Math.round(devicePixelRatio));
  useLayoutEffect(() => {
    const context = canvas?.getContext('2d');
    if (context === null || context === undefined) return;
    const style = getComputedStyle(document.documentElement);
    const tones = tintsOf(style.getPropertyValue('--card'), style.getPropertyValue('--ink'), 1);
    const sheet = sheetOf(inputs, shape, layout.columns, range, tones);
    const source = new OffscreenCanvas(sheet.width, sheet.height);
    const image = new ImageData(new Uint8ClampedArray(sheet.pixels.buffer), sheet.width, sheet.height);
    source.getContext('2d')?.putImageData(image, 0, 0);
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    const size = pictureSize(shape);
    const count = inputs.length / shape.reduce((product, side) => product * side, 1);
    for (let n = 0; n < count; n++) {
      const { x, y } = placeIn(layout, n);
      const left = (n % layout.columns) * size.width;
      const top = Math.floor(n / layout.columns) * size.height;
      context.drawImage(source, left, top, size.width, size.height, x, y, layout.width, layout.height);
    }
  }, [canvas, inputs, shape, layout, range, width, height, density, theme]);
  return (
    <canvas
      className={className}
      ref={setCanvas}
      width={Math.round(width * density)}
      height={Math.round(height * density)}
      style={{ width, height }}
      aria-hidden
    />
  );
}
