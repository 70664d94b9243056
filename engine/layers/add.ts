import type { AddSpec } from '../experiment/problem.ts';
import { fixedMap } from './fixedMap.ts';
import type { LayerKind } from './layer.ts';

/** Sum of layers of the same shape: the residual connection of He et al. 2016. O(N · inputs) a pass. */
export const add: LayerKind<AddSpec> = {
  label: 'Add',
  formula: String.raw`\sum_{l\in\text{from}}z^{(l)}_j`,
  section: 'He et al. 2016',
  about: 'The sum of layers of equal shape, a residual connection; no parameters.',
  plan({ name }, sources) {
    const shown = sources.map(({ shape }) => shape.join(' × '));
    if (shown.some((shape) => shape !== shown[0]))
      throw new Error(`layer ${name} adds layers of one shape, it reads: ${shown.join(', ')}`);
    return { shape: sources[0].shape, rows: 0, fanIn: 0, positions: 0 };
  },
  ...fixedMap<AddSpec>(({ units, inputs, sources }, _z, N, link) => {
    for (const { column } of sources) {
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < units; j++) link(n * units + j, n * inputs + column + j, 1);
      }
    }
  }),
};
