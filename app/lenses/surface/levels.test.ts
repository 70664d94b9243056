import { expect, test } from 'vitest';
import { coordinate, newPlaces, rowsOf, SIDE, STRIDES } from './grid.ts';
import { levelsOf } from './levels.ts';

test('contours stand at round errors from the lowest to the highest', () => {
  const levels = levelsOf([
    [3.3, 7, 5],
    [4, 6, 11],
  ]);
  expect(levels).toMatchObject({ low: 3.3, high: 11, first: 4, step: 1, above: 0, overflown: 0, count: 6 });
});

test('what overflows is counted and left out; a few huge errors do not flatten the rest', () => {
  const rows = [
    [0, 1, 2, 3, null],
    [4, 1e300, null, 2, 1],
  ];
  expect(levelsOf(rows)).toEqual({ low: 0, high: 12, first: 0, step: 1, above: 1, overflown: 2, count: 10 });
  expect(levelsOf([[null]])).toBeNull();
});

test('an error that does not change still has levels', () => {
  expect(levelsOf([[5, 5, 5]])).toMatchObject({ low: 5, high: 10 });
  expect(levelsOf([[0, 0, 0]])).toMatchObject({ low: 0, high: 1 });
});

test('every place comes once, coarse before fine, with w in the middle', () => {
  const places = STRIDES.flatMap((stride, at) => newPlaces(stride, STRIDES[at - 1]));
  expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: SIDE * SIDE }, (_, k) => k));
  expect(newPlaces(4)).toHaveLength(11 * 11);
  expect(newPlaces(2, 4)).toHaveLength(21 * 21 - 11 * 11);
  expect([0, 20, 40].map((step) => coordinate(step, 3))).toEqual([-3, 0, 3]);
});

test('rows of a stride are every so many rows, with holes where nothing is finite', () => {
  const values = Float64Array.from({ length: SIDE * SIDE }, (_, k) => (k === 8 * SIDE + 4 ? NaN : k));
  const rows = rowsOf(values, 4);
  expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 11 }, () => 11));
  expect([rows[0]?.[0], rows[1]?.[2], rows[2]?.[1], rows[10]?.[10]]).toEqual([0, 172, null, 1680]);
});
