import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mirrorPixels } from './mirrorPixels.ts';

test('what is below the diagonal is above it too, and stays where it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 21 }), (side) => {
      const pixels = Uint32Array.from({ length: side * side }, (_, at) => at + 1);
      mirrorPixels(pixels, side);
      for (let row = 0; row < side; row++) {
        for (let column = 0; column < side; column++) {
          const below = Math.max(row, column) * side + Math.min(row, column);
          expect(pixels[row * side + column]).toBe(below + 1);
        }
      }
    }),
  );
});
