import { expect, it } from 'vitest';
import type { MatrixResult, Snapshot } from '../../workers/protocol.ts';
import { putSpare, retire, takeSpare } from './spareBuffers.ts';

const LARGE = 10_000;

const matrix = (values: Float64Array): MatrixResult => ({
  form: 'dense',
  values,
  largest: 1,
  relativeError: 0,
  trace: 0,
  operations: 0,
  milliseconds: 0,
});

const snapshot = (matrices: Snapshot['matrices']): Snapshot => ({
  error: 0,
  gradient: new Float64Array(),
  matrices,
  milliseconds: 0,
});

it('hands back what is no longer on show, once, and never what is', () => {
  const [kept, gone, small] = [new Float64Array(LARGE), new Float64Array(LARGE), new Float64Array(4)];
  const before = snapshot({
    exact: matrix(gone),
    'gauss-newton': matrix(kept),
    'outer-product': matrix(gone),
    residual: matrix(small),
  });
  retire(before, snapshot({ 'four-point': matrix(kept) }));
  expect(takeSpare(1)).toEqual([gone.buffer]);
  expect(takeSpare(1)).toEqual([]);
});

it('shares evenly, and keeps no more than a snapshot takes', () => {
  const buffers = Array.from({ length: 20 }, () => new Float64Array(LARGE).buffer);
  buffers.forEach(putSpare);
  const [first, second] = [takeSpare(2), takeSpare(1)];
  expect([first.length, second.length]).toEqual([6, 6]);
  expect(new Set([...first, ...second]).size).toBe(12);
});
