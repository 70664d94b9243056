import type { PoolSpec } from '../experiment/problem.ts';
import { fixedMap } from './fixedMap.ts';
import type { LayerKind } from './layer.ts';
import { forEachWindow, planWindows } from './windows.ts';

/** Average pooling: the mean of each window (LeCun et al. 1998). O(N · inputs) a pass. */
export const averagePool: LayerKind<PoolSpec> = {
  label: 'Average pool',
  formula: String.raw`\frac1{s^2}\sum_{i\in\text{window}}z_i`,
  section: 'PRML 5.5.6',
  about: 'The mean of each window of an image; no parameters.',
  plan: planWindows,
  ...fixedMap<PoolSpec>((layer, _z, N, link) => {
    const { size } = layer.spec;
    const share = 1 / (size * size);
    forEachWindow(layer, N, (output, first, width) => {
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) link(output, first + row * width + column, share);
      }
    });
  }),
};
