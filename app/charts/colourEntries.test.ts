import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourEntries } from './colourEntries.ts';
import { colourTable, MIDDLE, stepOf } from './colourScale.ts';
import { transfers, type TransferKind } from './transfer.ts';

const kinds: readonly TransferKind[] = ['linear', 'symlog'];

const colourOf = (value: number, kind: TransferKind, largest = 1): number => {
  const pixels = new Uint32Array(1);
  colourEntries(Float64Array.of(value), 1, largest, 'light', kind, pixels);
  return pixels[0] ?? 0;
};

test.each(kinds)('%s: the pixel is that of the transfer, to one step of the table', (kind) => {
  const table = colourTable('light');
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1, max: 1 }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (u, largest) => {
        const pixels = new Uint32Array(1);
        colourEntries(Float64Array.of(u * largest), 1, largest, 'light', kind, pixels);
        const step = stepOf(transfers[kind].position(u));
        expect([step - 1, step, step + 1].map((near) => table[near])).toContain(pixels[0]);
      },
    ),
  );
});

test.each(kinds)('%s: zero, both ends, beyond them and NaN', (kind) => {
  const table = colourTable('light');
  expect(colourOf(0, kind)).toBe(table[MIDDLE]);
  expect(colourOf(-0, kind)).toBe(table[MIDDLE]);
  expect(colourOf(1, kind)).toBe(table[2 * MIDDLE]);
  expect(colourOf(-1, kind)).toBe(table[0]);
  expect(colourOf(Infinity, kind)).toBe(table[2 * MIDDLE]);
  expect(colourOf(-1e300, kind)).toBe(table[0]);
  expect(colourOf(NaN, kind)).toBe(0);
});

test.each(kinds)('%s: a matrix of zeros is all calm', (kind) => {
  expect(colourOf(0, kind, 0)).toBe(colourTable('light')[MIDDLE]);
});

test('symlog is odd, increasing, and undone by its inverse', () => {
  const { position, inverse } = transfers.symlog;
  expect(position(1)).toBe(1);
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: 0, max: 1 }), (u) => {
      expect(position(-u) + position(u)).toBe(0);
      expect(inverse(position(u))).toBeCloseTo(u, 12);
    }),
  );
  expect(position(2e-4)).toBeGreaterThan(position(1e-4));
});
