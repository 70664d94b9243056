import type { PoolSpec } from '../experiment/problem.ts';
import { fixedMap } from './fixedMap.ts';
import type { LayerKind } from './layer.ts';
import { forEachWindow, planWindows } from './windows.ts';

/**
 * Max pooling: the largest entry of each window, the first of equals. Piecewise linear: every derivative is
 * that of the piece around z, as with relu. O(N · inputs) a pass.
 */
export const maxPool: LayerKind<PoolSpec> = {
  label: 'Max pool',
  formula: String.raw`\max_{i\in\text{window}}z_i`,
  section: 'Ranzato et al. 2007',
  about:
    'The largest entry of each window of an image; no parameters. Where two are equal there is no derivative.',
  plan: planWindows,
  ...fixedMap<PoolSpec>((layer, z, N, link) => {
    const { size } = layer.spec;
    forEachWindow(layer, N, (output, first, width) => {
      let largest = first;
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) {
          const at = first + row * width + column;
          // A NaN wins, so that it stays visible.
          if (z[at] > z[largest] || Number.isNaN(z[at])) largest = at;
        }
      }
      link(output, largest, 1);
    });
  }),
};
