import type { PoolSpec } from '../experiment/problem.ts';
import type { Layer, Plan, Source } from './layer.ts';
import { imageOf } from './image.ts';

/** Output shape of windows of side `size` side by side; what does not fill one is left out. */
export function planWindows(spec: PoolSpec, sources: readonly Source[]): Plan {
  const [channels, height, width] = imageOf(spec.name, sources);
  if (spec.size > Math.min(height, width))
    throw new Error(`layer ${spec.name} needs a window of at most ${Math.min(height, width)}: ${spec.size}`);
  const shape = [channels, Math.floor(height / spec.size), Math.floor(width / spec.size)];
  return { shape, rows: 0, fanIn: 0, positions: 0 };
}

/** Calls `visit(output, first, width)` for every window of a batch: its upper left entry and the image's width. */
export function forEachWindow(
  layer: Layer<PoolSpec>,
  N: number,
  visit: (output: number, first: number, width: number) => void,
): void {
  const { size } = layer.spec;
  const [, height, width] = layer.sources[0].shape;
  const [channels, rows, columns] = layer.shape;
  for (let image = 0; image < N * channels; image++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const first = (image * height + row * size) * width + column * size;
        visit((image * rows + row) * columns + column, first, width);
      }
    }
  }
}
