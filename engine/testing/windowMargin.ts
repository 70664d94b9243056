import type { Problem } from '../experiment/problem.ts';
import { forwardSweep } from '../network/sweeps.ts';
import { topologyOf } from '../network/topology.ts';

/** The smallest gap between the two largest entries of any max-pool window; Infinity without such windows. */
export function windowMargin({ network, parameters, batch: { N, inputs } }: Problem): number {
  const topology = topologyOf(network);
  const { zin } = forwardSweep(topology, parameters, inputs, N);
  let margin = Number.POSITIVE_INFINITY;
  for (const { index, spec, sources, shape } of topology.layers) {
    if (spec.kind !== 'max-pool' || spec.size === 1) continue;
    const [, height, width] = sources[0].shape;
    const [channels, rows, columns] = shape;
    for (let image = 0; image < N * channels; image++) {
      for (let window = 0; window < rows * columns; window++) {
        const top = Math.floor(window / columns) * spec.size;
        const left = (window % columns) * spec.size;
        const entries = Array.from({ length: spec.size * spec.size }, (_, q) => {
          const y = top + Math.floor(q / spec.size);
          return zin[index][(image * height + y) * width + left + (q % spec.size)];
        }).sort((p, q) => q - p);
        margin = Math.min(margin, entries[0] - entries[1]);
      }
    }
  }
  return margin;
}
