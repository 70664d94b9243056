import { expect, test } from 'vitest';
import { entryValue } from './entryValue.ts';

const dense = { form: 'dense', order: 2, values: Float64Array.of(1, 2, 3, 4) } as const;
const diagonal = { form: 'diagonal', order: 2, values: Float64Array.of(5, 6) } as const;

test('row-major', () => {
  expect(entryValue(dense, { row: 0, column: 1 })).toBe(2);
  expect(entryValue(dense, { row: 1, column: 0 })).toBe(3);
});

test('a diagonal is 0 elsewhere', () => {
  expect(entryValue(diagonal, { row: 1, column: 1 })).toBe(6);
  expect(entryValue(diagonal, { row: 0, column: 1 })).toBe(0);
});

test('beyond the matrix there is no number', () => {
  expect(entryValue(dense, { row: 0, column: 2 })).toBeNaN();
  expect(entryValue(diagonal, { row: 2, column: 2 })).toBeNaN();
});
