import { expect, test } from 'vitest';
import { definitenessOf } from './definiteness.ts';

test.each([
  [{ smallest: 0.01, largest: 3, bound: 1e-9 }, 'positive'],
  [{ smallest: -1e-10, largest: 3, bound: 1e-9 }, 'positive'],
  [{ smallest: -1e-8, largest: 3, bound: 1e-9 }, 'indefinite'],
  [{ smallest: -2, largest: 0, bound: 1e-9 }, 'negative'],
] as const)('%o is %s', (extremes, expected) => {
  expect(definitenessOf(extremes)).toBe(expected);
});
