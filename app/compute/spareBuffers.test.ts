import { expect, it } from 'vitest';
import { topologyOf } from '../../engine/network/topology.ts';
import { shareOf } from '../../engine/network/shares.ts';
import { JoinedMatrix } from '../../workers/parts/joinedMatrix.ts';
import type { MatrixResult, Snapshot } from '../../workers/protocol.ts';
import { bytesOf, retire, takeSpare } from './spareBuffers.ts';

const LARGE = 10_000;

const matrix = (values: Float64Array, joined?: JoinedMatrix): MatrixResult => ({
  form: 'dense',
  order: 100,
  values,
  cells: null,
  largest: 1,
  relativeError: 0,
  trace: 0,
  operations: 0,
  milliseconds: 0,
  ...(joined === undefined ? {} : { joined }),
});

const snapshot = (matrices: Snapshot['matrices']): Snapshot => ({
  error: 0,
  gradient: new Float64Array(),
  matrices,
  milliseconds: 0,
});

const numbers = (): Float64Array => new Float64Array(LARGE);

it('hands back what is no longer on show, once, and never what is', () => {
  const [kept, gone, small] = [numbers(), numbers(), new Float64Array(4)];
  const before = snapshot({
    exact: matrix(gone),
    'gauss-newton': matrix(kept),
    'outer-product': matrix(gone),
    residual: matrix(small),
  });
  retire(before, snapshot({ 'four-point': matrix(kept) }));
  expect(takeSpare(bytesOf(LARGE))).toEqual([gone.buffer]);
  expect(takeSpare(bytesOf(LARGE))).toEqual([]);
});

it('gives each request those of its own size, no more than two snapshots take', () => {
  const many = Array.from({ length: 40 }, () => snapshot({ exact: matrix(numbers()) }));
  many.forEach((one, at) => {
    const next = many[at + 1];
    if (next !== undefined) retire(one, next);
  });
  expect(takeSpare(bytesOf(LARGE + 1))).toEqual([]);
  expect(takeSpare(bytesOf(LARGE), 8)).toHaveLength(8);
  expect(takeSpare(bytesOf(LARGE))).toHaveLength(31);
});

it('keeps no more than 128 MB: the newest', () => {
  const count = 6 * 2 ** 20;
  const many = Array.from({ length: 4 }, () => new Float64Array(count));
  many.forEach((values) => retire(snapshot({ exact: matrix(values) }), snapshot({})));
  expect(takeSpare(bytesOf(count))).toEqual([many[2]?.buffer, many[3]?.buffer]);
});

it('hands back the numbers of a picture that is no longer on show', () => {
  const [shown, gone] = [numbers(), numbers()];
  const pictured = (values: Float64Array): Snapshot =>
    snapshot({ exact: { ...matrix(new Float64Array(4)), cells: { side: 140, values } } });
  retire(pictured(gone), pictured(shown));
  expect(takeSpare(bytesOf(LARGE))).toEqual([gone.buffer]);
});

it('hands the shares of a matrix in parts back, and does not put them together for it', () => {
  const topology = topologyOf({
    input: [99],
    layers: [{ name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['input'] }],
  });
  const joined = new JoinedMatrix(100);
  const share = shareOf(topology);
  const packed = [new Float64Array(share.size), numbers()];
  packed.forEach((values) => joined.add(share, values));
  const lazy = { ...matrix(new Float64Array(), joined) };
  Object.defineProperty(lazy, 'values', {
    get: () => {
      throw new Error('internal: values were read');
    },
  });
  retire(snapshot({ exact: lazy }), snapshot({}));
  expect(takeSpare(bytesOf(LARGE))).toEqual([packed[1]?.buffer]);
});
