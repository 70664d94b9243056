import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeOf } from '../layers/layer.ts';
import { bars } from './bars.ts';
import { dataSets } from './index.ts';

test.each(Object.entries(dataSets))('%s: the shape of its images, if any, holds its inputs', (_, set) => {
  if ('shape' in set) expect(sizeOf(set.shape ?? [])).toBe(set.inputs);
});

test('without noise bars have even rows, stripes even columns, and no image is blank', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const { inputs, targets } = bars.draw(20, 0, seed);
      for (let n = 0; n < 20; n++) {
        const image = [...inputs.slice(n * 36, (n + 1) * 36)];
        const rows = Array.from({ length: 6 }, (_, y) => new Set(image.slice(6 * y, 6 * y + 6)));
        const columns = Array.from({ length: 6 }, (_, x) => new Set(image.filter((_, at) => at % 6 === x)));
        const [even, uneven] = targets[2 * n] === 1 ? [rows, columns] : [columns, rows];
        expect(even.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1]);
        expect(uneven.map(({ size }) => size)).toEqual([2, 2, 2, 2, 2, 2]);
        expect([...new Set(image)].sort()).toEqual([-1, 1]);
      }
    }),
  );
});
