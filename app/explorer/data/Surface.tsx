import { useLayoutEffect, useMemo, useState } from 'react';
import { useTheme } from '../../theme/theme.ts';
import styles from './DataPlot.module.css';
import type { Colouring } from './plotData.ts';
import type { PlotFrame } from './plotFrame.ts';
import { surfacePalette } from './surfacePalette.ts';
import { surfacePixels } from './surfacePixels.ts';
import { useFit } from './useFit.ts';

interface SurfaceProps {
  readonly colouring: Colouring;
  readonly output: number;
  readonly frame: PlotFrame;
}

/** The decision surface, one canvas pixel for each cell of the grid, stretched over the grid's window. */
export function Surface({ colouring, output, frame }: SurfaceProps) {
  const fit = useFit();
  const theme = useTheme((state) => state.theme);
  const palette = useMemo(() => surfacePalette(theme), [theme]);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const shown = fit !== null && fit.grid.rows > 1 ? fit : null;
  useLayoutEffect(() => {
    const context = canvas?.getContext('2d');
    if (context === null || context === undefined || shown === null) return;
    const { columns, rows } = shown.grid;
    const pixels = surfacePixels(shown.outputs, columns * rows, output, colouring, palette);
    const image = new ImageData(new Uint8ClampedArray(pixels.buffer), columns, rows);
    context.putImageData(image, 0, 0);
  }, [canvas, shown, shown?.outputs, colouring, output, palette]);
  if (shown === null) return null;
  const { x, y, columns, rows } = shown.grid;
  const left = frame.x(x[0]);
  const top = frame.y(y[1]);
  const place = { left, top, width: frame.x(x[1]) - left, height: frame.y(y[0]) - top };
  return (
    <canvas
      className={styles.surface}
      ref={setCanvas}
      width={columns}
      height={rows}
      style={place}
      aria-hidden
    />
  );
}
