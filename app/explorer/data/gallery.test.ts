import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryLayout, galleryStep, pictureAt, placeIn } from './galleryLayout.ts';
import { sheetOf, toneRange } from './picturePixels.ts';

const galleries = fc.record({
  room: fc.integer({ min: 60, max: 600 }),
  count: fc.integer({ min: 1, max: 200 }),
  shape: fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  ),
  height: fc.integer({ min: 8, max: 50 }),
});

describe('the gallery', () => {
  it('finds every picture where it stands, and keeps to its width', () => {
    fc.assert(
      fc.property(galleries, ({ room, count, shape, height }) => {
        const layout = galleryLayout(room, count, shape, height);
        for (let n = 0; n < count; n++) {
          const { x, y } = placeIn(layout, n);
          expect(pictureAt(layout, count, x + layout.width / 2, y + layout.height / 2)).toBe(n);
          expect(x + layout.width).toBeLessThanOrEqual(room);
        }
        expect(pictureAt(layout, count, -1, 10)).toBeNull();
        expect(pictureAt(layout, count, 10, layout.rows * layout.down + 10)).toBeNull();
      }),
    );
  });

  it('is walked by row and column, and stays inside', () => {
    const path = (...keys: string[]) => keys.reduce((n, key) => galleryStep(key, n, 10, 4) ?? NaN, 1);
    expect(path('ArrowRight', 'ArrowDown')).toBe(6);
    expect(path('ArrowUp')).toBe(1);
    expect(path('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe(9);
    expect([path('Home'), path('End'), path('[', '['), path('End', ']')]).toEqual([0, 9, 9, 0]);
    expect(galleryStep('x', 1, 10, 4)).toBeNull();
  });
});

describe('the sheet', () => {
  it('holds each pixel once, channels side by side, from paper to ink', () => {
    // two patterns of 2 channels, 1 × 2 pixels
    const inputs = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
    const tones = Uint32Array.from({ length: 8 }, (_, tone) => 100 + tone);
    expect(toneRange(inputs)).toEqual([0, 7]);
    const one = sheetOf(inputs, [2, 1, 2], 1, [0, 7], tones);
    expect([one.width, one.height, ...one.pixels]).toEqual([4, 2, 100, 101, 102, 103, 104, 105, 106, 107]);
    const two = sheetOf(inputs, [1, 2, 2], 2, [0, 7], tones);
    expect([two.width, two.height, ...two.pixels]).toEqual([4, 2, 100, 101, 104, 105, 102, 103, 106, 107]);
  });

  it('is blank paper where all entries are equal', () => {
    const { pixels } = sheetOf(Float64Array.of(3, 3), [1, 1, 2], 1, [3, 3], Uint32Array.of(7, 8));
    expect([...pixels]).toEqual([7, 7]);
  });
});
