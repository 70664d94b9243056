import { expect, test } from 'vitest';
import { gridStep, type Place } from './gridStep.ts';

const go = (places: readonly Place[], keys: readonly string[], from: Place): string => {
  let at = from;
  for (const text of keys) {
    const key = text.replace('Ctrl+', '');
    at = gridStep(places, at, { key, ctrlKey: key !== text }) ?? at;
  }
  return `${at.row} ${at.column}`;
};

const full = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column })));
/** Pairs i < j: nothing is left of the diagonal. */
const pairs = full.filter(({ row, column }) => column >= row);

test('arrow keys go by row and column, and stay at the ends', () => {
  const middle = { row: 1, column: 1 };
  const after = (...keys: readonly string[]): string => go(full, keys, middle);
  expect(after('ArrowRight')).toBe('1 2');
  expect(after('ArrowRight', 'ArrowRight')).toBe('1 2');
  expect(after('ArrowLeft', 'ArrowLeft')).toBe('1 0');
  expect(after('ArrowDown')).toBe('2 1');
  expect(after('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('2 1');
  expect(after('ArrowUp', 'ArrowUp')).toBe('0 1');
});

test('Home and End are those of the row, with Ctrl those of the grid', () => {
  const middle = { row: 1, column: 1 };
  expect(go(full, ['Home'], middle)).toBe('1 0');
  expect(go(full, ['End'], middle)).toBe('1 2');
  expect(go(full, ['Ctrl+Home'], middle)).toBe('0 0');
  expect(go(full, ['Ctrl+End'], middle)).toBe('2 2');
});

test('where the grid has gaps, a key stays in its row or column', () => {
  expect(go(pairs, ['ArrowLeft'], { row: 1, column: 1 })).toBe('1 1');
  expect(go(pairs, ['Home'], { row: 1, column: 2 })).toBe('1 1');
  expect(go(pairs, ['ArrowDown'], { row: 1, column: 1 })).toBe('1 1');
  expect(go(pairs, ['ArrowUp'], { row: 2, column: 2 })).toBe('1 2');
  const apart = [0, 3].map((column) => ({ row: 0, column }));
  expect(go(apart, ['ArrowRight'], { row: 0, column: 0 })).toBe('0 3');
});

test('other keys, and arrow keys with Ctrl, are the browser’s', () => {
  for (const event of [
    { key: 'Tab', ctrlKey: false },
    { key: 'a', ctrlKey: false },
    { key: 'ArrowLeft', ctrlKey: true },
  ])
    expect(gridStep(full, { row: 1, column: 1 }, event)).toBeNull();
});
