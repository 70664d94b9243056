import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryAt, walk } from './walkEntries.ts';

const plain = { shift: false, layer: false };
const starts = [0, 12, 47];
const W = 53;

test('every point of the picture lies in the entry drawn there', () => {
  const sizes = fc.record({ W: fc.integer({ min: 1, max: 300 }), side: fc.integer({ min: 40, max: 900 }) });
  fc.assert(
    fc.property(sizes, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ W: order, side }, share) => {
      const entry = entryAt(share * side, share * side, side, order)!;
      const size = side / order;
      expect(entry.row * size).toBeLessThanOrEqual(share * side + 1e-9);
      expect((entry.row + 1) * size).toBeGreaterThan(share * side - 1e-9);
    }),
  );
  expect(entryAt(-1, 5, 100, 10)).toBeNull();
  expect(entryAt(5, 100, 100, 10)).toBeNull();
});

test('x is the column and y the row', () => {
  expect(entryAt(95, 15, 100, 10)).toEqual({ row: 1, column: 9 });
});

test.each([
  ['ArrowRight', plain, { row: 5, column: 13 }],
  ['ArrowUp', plain, { row: 4, column: 12 }],
  ['ArrowLeft', { shift: true, layer: false }, { row: 5, column: 2 }],
  ['ArrowUp', { shift: true, layer: false }, { row: 0, column: 12 }],
  ['ArrowRight', { shift: false, layer: true }, { row: 5, column: 47 }],
  ['ArrowLeft', { shift: false, layer: true }, { row: 5, column: 0 }],
  ['ArrowDown', { shift: false, layer: true }, { row: 12, column: 12 }],
  ['Home', plain, { row: 5, column: 0 }],
  ['End', plain, { row: 5, column: W - 1 }],
  ['a', plain, null],
] as const)('%s %o', (key, stride, expected) => {
  expect(walk({ row: 5, column: 12 }, key, stride, W, starts)).toEqual(expected);
});

test('no walk leaves the matrix', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
  const steps = fc.array(fc.record({ key: keys, shift: fc.boolean(), layer: fc.boolean() }));
  fc.assert(
    fc.property(steps, (taken) => {
      let entry = { row: 0, column: 0 };
      for (const { key, ...stride } of taken) entry = walk(entry, key, stride, W, starts)!;
      for (const index of [entry.row, entry.column]) {
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(W);
      }
    }),
  );
});
