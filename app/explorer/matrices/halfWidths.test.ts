import { expect, test } from 'vitest';
import type { MatrixResult } from '../../../workers/protocol.ts';
import { halfWidths, sharedHalfWidth } from './halfWidths.ts';

const result = (largest: number): MatrixResult => ({
  form: 'dense',
  order: 1,
  cells: null,
  values: new Float64Array(0),
  largest,
  relativeError: 0,
  trace: 0,
  operations: 0,
  milliseconds: 0,
});
const matrices = { exact: result(2), diagonal: result(1), residual: result(9) };

test('a shared scale is as wide as the largest entry on show', () => {
  expect(sharedHalfWidth(matrices, ['exact', 'diagonal'])).toBe(2);
  const width = halfWidths(matrices, {
    matrices: ['exact', 'residual'],
    scale: 'shared',
    transfer: 'linear',
  });
  expect(width('exact')).toBe(9);
});

test('a scale each is as wide as its own', () => {
  const width = halfWidths(matrices, { matrices: ['exact', 'diagonal'], scale: 'each', transfer: 'linear' });
  expect(width('exact')).toBe(2);
  expect(width('diagonal')).toBe(1);
  expect(width('empirical-fisher')).toBe(0);
});
